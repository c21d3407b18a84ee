//go:build e2e && linux

package e2e

import (
	"fmt"
	"testing"
	"time"

	"mejiro/api/misskeytest"
	"mejiro/app/settings"
	"mejiro/assets"
)

// TestScreenshotsGallery takes pictures of all of the gallery, page by page:
// at rest in each variant, and moving at two instants in those that say so.
func TestScreenshotsGallery(t *testing.T) {
	for _, shot := range []struct {
		variant
		moving bool
	}{
		{variant{"en", settings.ThemeLight, 1}, true},
		{variant{"en", settings.ThemeDark, 2}, true},
		{variant{"ja", settings.ThemeLight, 2}, true},
		{variant{"ja", settings.ThemeDark, 1}, false},
	} {
		t.Run(shot.String(), func(t *testing.T) {
			p := &photographer{
				desktop: newDesktop(t, (photoWidth+80)*shot.scale, (photoHeight+80)*shot.scale), variant: shot.variant,
				server: misskeytest.Start(t, misskeytest.Options{Seed: 1, Notes: 20, Twemoji: assets.Twemoji}), me: "alice",
			}
			p.signIn(p.server, p.me)
			pages := p.gallery()
			if shot.moving {
				p.movingGallery(pages)
			}
		})
	}
}

// startGallery starts the program and opens the gallery.
func (p *photographer) startGallery(still bool) {
	p.t.Helper()
	s := newSettings()
	s.Theme, s.Language, s.Width, s.Height = p.theme, p.language, photoWidth, photoHeight
	s.ReduceMotion = still
	p.app = p.desktop.start(start{settings: s, scale: p.scale})
	p.app.told("a list", inState("rows"))
	p.app.openGallery()
	p.park()
}

// gallery takes pictures of the gallery at rest and counts its pages.
func (p *photographer) gallery() int {
	p.t.Helper()
	p.startGallery(true)
	for page := 1; ; page++ {
		p.shoot(fmt.Sprintf("gallery-%02d", page))
		if !p.app.turnPage() {
			p.app.quit()
			return page
		}
	}
}

// movingGallery takes two pictures of each page while things move.
func (p *photographer) movingGallery(pages int) {
	p.t.Helper()
	const between = 350 * time.Millisecond
	p.startGallery(false)
	for page := 1; page <= pages; page++ {
		p.app.drawsOn()
		for _, instant := range []string{"a", "b"} {
			<-time.After(between)
			keep(p.t, fmt.Sprintf("gallery-%02d-moving-%s-%s", page, instant, p), p.app.grab(p.app.area()))
		}
		p.press("Next")
	}
	p.app.quit()
}
