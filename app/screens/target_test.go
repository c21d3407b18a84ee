package screens

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func TestLinksLeadWhereTheySay(t *testing.T) {
	server, err := api.ParseServer("misskey.example")
	require.NoError(t, err)
	for target, want := range map[string]string{
		"@bob":                "https://misskey.example/@bob",
		"@bob@other.example":  "https://misskey.example/@bob@other.example",
		"#目白":                 "https://misskey.example/tags/%E7%9B%AE%E7%99%BD",
		"#a/../b":             "https://misskey.example/tags/a%2F..%2Fb",
		"search:目白 & c":       "https://www.google.com/search?q=%E7%9B%AE%E7%99%BD+%26+c",
		"https://a.example/b": "https://a.example/b",
	} {
		assert.Equal(t, want, LinkAddress(server, target))
	}
}
