package task_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/app/task"
)

func TestEarlyRunsWhenToldAndHandsOverInOrder(t *testing.T) {
	var got []int
	var later []func()
	e := task.NewEarly(func(f func()) { later = append(later, f) })
	add := func(n int) func() { return func() { got = append(got, n) } }

	e.Hop(add(1))
	e.Hop(func() {
		got = append(got, 2)
		e.Hop(add(3)) // for the next Run: one that queues again must not hold up the window
	})
	assert.Empty(t, got)
	e.Run()
	assert.Equal(t, []int{1, 2}, got)
	e.Hop(add(4))
	e.End()
	e.Hop(add(5))
	e.Run()
	assert.Equal(t, []int{1, 2}, got)
	assert.Len(t, later, 3)
	for _, f := range later {
		f()
	}
	assert.Equal(t, []int{1, 2, 3, 4, 5}, got)
}
