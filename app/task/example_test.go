package task_test

import (
	"context"
	"fmt"

	"mejiro/app/task"
)

// Tests of other packages give the Loop a queue and run it on their own goroutine, as the window would.
func Example() {
	queue := make(chan func(), 16)
	loop := task.NewLoop(func(f func()) { queue <- f })
	ctx := context.Background()

	task.Go(ctx, loop, func(context.Context) (string, error) {
		return "fetched", nil // on a worker's goroutine
	}, func(v string, err error) {
		fmt.Println(v, err) // on the Fyne goroutine
	})

	(<-queue)()
	fmt.Println(loop.Close(ctx))
	// Output:
	// fetched <nil>
	// <nil>
}
