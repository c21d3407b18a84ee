package app

import (
	"context"
	"log/slog"

	"mejiro/app/settings"
	"mejiro/app/task"
)

// saver writes settings off the Fyne goroutine, one write after another, and
// of several changes at once only the last.
type saver struct {
	ctx    context.Context
	loop   *task.Loop
	folder string
	log    *slog.Logger
	busy   bool
	next   *settings.Settings
}

// save keeps s soon.
func (v *saver) save(s settings.Settings) {
	v.next = &s
	if v.busy {
		return
	}
	v.busy = true
	now := s
	v.next = nil
	task.Go(v.ctx, v.loop, func(context.Context) (struct{}, error) {
		return struct{}{}, settings.Save(v.folder, now)
	}, func(_ struct{}, err error) {
		v.busy = false
		if err != nil {
			v.log.Warn("settings", "error", err)
		}
		if v.next != nil {
			v.save(*v.next)
		}
	})
}

// saveNow keeps s before it returns, for quitting.
func (v *saver) saveNow(s settings.Settings) {
	if err := settings.Save(v.folder, s); err != nil {
		v.log.Warn("settings", "error", err)
	}
}
