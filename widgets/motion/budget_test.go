package motion

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestMemoryIsBoundedForAllParts(t *testing.T) {
	g := NewGovernor(func(func()) func() { return func() {} }, time.Now)
	assert.True(t, g.Hold(maxHeld-10))
	assert.False(t, g.Part().Hold(11))
	assert.True(t, g.Part().Hold(10))
	g.Hold(-10)
	assert.True(t, g.Hold(10))
	assert.True(t, (*Governor)(nil).Hold(1<<40))
}
