package assets_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/assets"
)

func TestTwemojiHasWholeSequences(t *testing.T) {
	for _, codes := range []string{
		"1f600", "2764", "31-20e3", "1f1ef-1f1f5", "1f44d-1f3fd", "1f9d1-200d-1f680",
		"1f468-200d-1f469-200d-1f467", "1f3f4-200d-2620-fe0f", "1fae9",
	} {
		assert.Contains(t, string(assets.Twemoji(codes)), "<svg", codes)
	}
	for _, codes := range []string{"", "61", "../fonts/OFL", "1f600.svg"} {
		assert.Nil(t, assets.Twemoji(codes), codes)
	}
}
