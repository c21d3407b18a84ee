package app

import (
	"context"

	"mejiro/app/task"
)

// background runs work for widgets, which do not hop themselves.
func (a *App) background(work func(context.Context) (after func())) {
	task.Go(a.ctx, a.loop, func(ctx context.Context) (func(), error) { return work(ctx), nil },
		func(after func(), _ error) { after() })
}
