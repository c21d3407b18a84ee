//go:build e2e && linux

package e2e

import (
	"fmt"
	"image"
	"strconv"
	"testing"
	"time"

	"mejiro/api/misskeytest"
)

// The figures of the program in its window, printed as tables. They are
// measured by `make bench`, on a machine that has nothing else to do.

// benchDesk is a signed-in program on a server that keeps still.
func benchDesk(t *testing.T, notes int, sources ...string) (*app, *misskeytest.Server, string) {
	t.Helper()
	server := misskeytest.Start(t, misskeytest.Options{Seed: 1, Notes: notes})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	return d.alone(server, me, sources...), server, me
}

func TestBenchStart(t *testing.T) {
	const starts = 7
	server := misskeytest.Start(t, misskeytest.Options{Seed: 1, Notes: 400})
	d := newDesktop(t, 1600, 1000)
	ids := d.signIn(server, server.Usernames()[0])
	set := settingsOf(columns(ids[0], "home", "notifications", "local"))
	var frames, notes, demos []float64
	for range starts {
		a := d.start(start{settings: set})
		notes = append(notes, a.told("a note", func(e entry) bool { return e.What == "note" }).T)
		frames = append(frames, a.told("a frame", func(e entry) bool { return e.What == "frame" }).T)
		a.quit()
	}
	d = newDesktop(t, 1600, 1000)
	for range starts {
		a := d.start(start{args: []string{"--demo"}})
		demos = append(demos, a.told("a note", func(e entry) bool { return e.What == "note" }).T)
		a.quit()
	}
	t.Logf("\nfrom the start of the process, median of %d   ms\n"+
		"  first frame                              %6.0f\n"+
		"  first note, signed in to a server        %6.0f\n"+
		"  first note, --demo with its own server   %6.0f",
		starts, quantile(frames, 0.5), quantile(notes, 0.5), quantile(demos, 0.5))
}

func TestBenchIdle(t *testing.T) {
	const stretch, rows = 30 * time.Second, 500
	a, _, _ := benchDesk(t, 2*rows, "home", "local", "social")
	for i, source := range []string{"home", "local", "social"} {
		a.load(i, source, rows)
		a.press(keyOf(i), "Home")
	}
	a.settled(a.area())
	before := usageOf(t, a.cmd.Process.Pid)
	<-time.After(stretch)
	u := usageOf(t, a.cmd.Process.Pid)
	spent := u.since(before)
	t.Logf("\nthree columns of %d notes\n"+
		"  RSS                 %6.0f MB\n"+
		"  PSS                 %6.0f MB\n"+
		"  CPU in 30 idle s    %6.2f s, of which the software renderer %.2f s",
		rows, u.rss, u.pss, spent.cpu.Seconds(), spent.renderer.Seconds())
	a.quit()
}

func TestBenchScrolling(t *testing.T) {
	const rows = 10_000
	a, _, _ := benchDesk(t, rows+rows/2, "home")
	a.load(0, "home", rows)
	a.point(a.area().Min.Add(image.Pt(230, 400)))
	t.Logf("\nscrolling through %d notes   p50 ms   p95 ms   frames   CPU s   of it the renderer", rows)
	for _, speed := range []struct {
		name    string
		notches int
		pause   time.Duration // between two notches of 75 units
	}{
		{"60 units a frame", 600, 20 * time.Millisecond},
		{"400 units a frame", 3000, 3 * time.Millisecond},
	} {
		moment, before := a.now(), usageOf(t, a.cmd.Process.Pid)
		a.xdotool("click", "--repeat", strconv.Itoa(speed.notches), "--delay",
			strconv.FormatInt(speed.pause.Milliseconds(), 10), "4")
		ms := a.frames(moment)
		u := usageOf(t, a.cmd.Process.Pid).since(before)
		t.Logf("  %-24s %8.1f %8.1f %8d %7.1f %7.1f", speed.name, quantile(ms, 0.5), quantile(ms, 0.95), len(ms),
			u.cpu.Seconds(), u.renderer.Seconds())
	}
	u := usageOf(t, a.cmd.Process.Pid)
	t.Logf("  RSS %.0f MB, PSS %.0f MB", u.rss, u.pss)
	a.quit()
}

func TestBenchFlood(t *testing.T) {
	const (
		flood = 1000
		pace  = 10 * time.Millisecond
	)
	a, server, me := benchDesk(t, 100, "home")
	before := a.rows().Count
	moment, used := a.now(), usageOf(t, a.cmd.Process.Pid)
	ticker := time.NewTicker(pace)
	defer ticker.Stop()
	begun := time.Now()
	var last string
	for i := range flood {
		<-ticker.C
		last = string(server.Post(me, misskeytest.Note{Text: fmt.Sprintf("Flood %d, as when a match is on and everybody shouts.", i)}))
	}
	ended := time.Now()
	a.told("all notes", func(e entry) bool { return e.What == "list" && e.Count >= before+flood })
	shown := a.drawn(last)
	u := usageOf(t, a.cmd.Process.Pid).since(used)
	ms := a.frames(moment)
	t.Logf("\n%d streamed notes in %.1f s\n"+
		"  in the list           %6d of %d\n"+
		"  last one shown        %6.0f ms after it was posted\n"+
		"  frames a second       %6.1f, the slowest p95 %.1f ms\n"+
		"  CPU                   %6.1f s, of which the software renderer %.1f s\n"+
		"  RSS, PSS              %6.0f, %.0f MB",
		flood, ended.Sub(begun).Seconds(), a.rows().Count-before, flood,
		a.after(shown, ended), 1000/mean(ms), quantile(ms, 0.95), u.cpu.Seconds(), u.renderer.Seconds(), u.rss, u.pss)
	a.quit()
}

func TestBenchLatency(t *testing.T) {
	const (
		posts = 60
		pause = 300 * time.Millisecond // each note meets a window at rest
	)
	a, server, me := benchDesk(t, 100, "home")
	var ms []float64
	for i := range posts {
		<-time.After(pause)
		at := time.Now()
		id := server.Post(me, misskeytest.Note{Text: fmt.Sprint("ping ", i)})
		ms = append(ms, a.after(a.drawn(string(id)), at))
	}
	t.Logf("\nfrom posting to being drawn, %d notes\n  p50 %.0f ms, p95 %.0f ms", posts, quantile(ms, 0.5), quantile(ms, 0.95))
	a.quit()
}

func TestBenchAnimated(t *testing.T) {
	const (
		stretch = 30 * time.Second
		text    = ":party_parrot: $[spin spin] :spin_cat: $[tada tada] $[rainbow rainbow] :mejiro_hop: $[jump jump] " +
			"$[shake shake] :rainbow_heart: $[jelly jelly] :dance_bear: $[sparkle sparkle] $[twitch twitch] " +
			":blink_star: $[bounce bounce]"
		notes, things = 7, 15 // in view, and moving in each
	)
	for _, still := range []bool{true, false} {
		server := misskeytest.Start(t, misskeytest.Options{Seed: 1})
		me := server.Usernames()[0]
		for range notes {
			server.Post(me, misskeytest.Note{Text: text})
		}
		d := newDesktop(t, 1600, 1000)
		set := settingsOf(columns(d.signIn(server, me)[0], "home"))
		set.Columns[0].Width = 500
		set.ReduceMotion, set.Height = still, 980
		a := d.start(start{settings: set})
		a.listed("rows", "home")
		a.settled(a.area())
		moment, before := a.now(), usageOf(t, a.cmd.Process.Pid)
		<-time.After(stretch)
		u := usageOf(t, a.cmd.Process.Pid)
		spent, ms := u.since(before), a.frames(moment)
		t.Logf("\n%d things that move, reduce motion %v\n"+
			"  CPU in 30 s         %6.2f s, of which the software renderer %.2f s\n"+
			"  the rest of a core  %6.1f %%\n"+
			"  frames              %6.1f a second, p95 %.1f ms\n"+
			"  RSS, PSS            %6.0f, %.0f MB",
			notes*things, still, spent.cpu.Seconds(), spent.renderer.Seconds(),
			100*(spent.cpu-spent.renderer).Seconds()/stretch.Seconds(), 1000/mean(ms), quantile(ms, 0.95), u.rss, u.pss)
		keep(t, fmt.Sprintf("animated-%v", !still), a.grab(a.area()))
		a.quit()
	}
}

// load pages back in the i-th column until it has so many rows.
func (a *app) load(i int, source string, rows int) {
	a.t.Helper()
	limit := time.Now().Add(10 * time.Minute)
	a.press(keyOf(i))
	for has := a.rowsOf(source).Count; has < rows; has = a.rowsOf(source).Count {
		a.press("End")
		await(a.t, fmt.Sprintf("more than %d rows in %s", has, source), func() bool { return a.rowsOf(source).Count > has })
		if time.Now().After(limit) {
			a.t.Fatalf("%d of %d rows after 10 minutes", has, rows)
		}
	}
}

// frames are the times between the frames drawn from a moment that now gave up
// to the present.
func (a *app) frames(moment int) []float64 {
	a.t.Helper()
	a.since(a.now(), "the last frames", func(e entry) bool { return e.What == "frames" })
	var ms []float64
	for _, e := range a.trace.read(a.t)[moment:] {
		ms = append(ms, e.MS...)
	}
	return ms
}

// after is by how many milliseconds what the trace tells came after at.
func (a *app) after(e entry, at time.Time) float64 {
	a.t.Helper()
	start := time.UnixMilli(a.trace.read(a.t)[0].Unix)
	return e.T - float64(at.Sub(start).Microseconds())/1000
}

func mean(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum / float64(max(len(values), 1))
}
