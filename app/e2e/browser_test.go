//go:build e2e && linux

package e2e

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// opening is the script that stands in for xdg-open: each address gets a
// headless browser of its own, with a folder numbered from 0 that holds what
// the test has to know.
const opening = `
n=0
while ! mkdir '%[1]s'/$n 2>/dev/null; do n=$((n+1)); done
cd '%[1]s'/$n
printf %%s "$1" >address.new && mv address.new address
'%[2]s' --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --disable-dev-shm-usage --no-proxy-server --lang=en \
  --remote-debugging-port=0 --user-data-dir="$PWD/profile" "$1" >log 2>&1 &
echo $! >pid
`

// catchBrowser has web addresses opened in headless browsers.
func (d *desktop) catchBrowser() {
	d.t.Helper()
	var chromium string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			chromium = path
			break
		}
	}
	if chromium == "" {
		d.t.Fatal("chromium is needed and not installed: make deps")
	}
	folder := filepath.Join(d.folder, "browsers")
	if err := os.Mkdir(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	d.script("xdg-open", fmt.Sprintf(opening, folder, chromium))
	d.t.Cleanup(func() { d.endBrowsers(folder) })
}

// endBrowsers ends every browser that was opened.
func (d *desktop) endBrowsers(folder string) {
	files, _ := filepath.Glob(filepath.Join(folder, "*", "pid"))
	for _, file := range files {
		text, _ := os.ReadFile(file)
		pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
		if err != nil {
			continue
		}
		if d.t.Failed() {
			log, _ := os.ReadFile(filepath.Join(filepath.Dir(file), "log"))
			d.t.Logf("browser: %s", log)
		}
		_ = syscall.Kill(pid, syscall.SIGTERM)
		if !holds(stopPatience, func() bool { return gone(pid) }) {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	}
}

// gone reports whether a process has ended, if perhaps not been buried.
func gone(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return errors.Is(err, os.ErrNotExist) || strings.Contains(string(stat), ") Z ")
}

// opened waits for the n-th address that was opened, counted from 0.
func (d *desktop) opened(n int) *url.URL {
	d.t.Helper()
	var address []byte
	await(d.t, fmt.Sprintf("address %d is opened", n), func() bool {
		var err error
		address, err = os.ReadFile(filepath.Join(d.folder, "browsers", strconv.Itoa(n), "address"))
		return err == nil
	})
	u, err := url.Parse(string(address))
	if err != nil {
		d.t.Fatal(err)
	}
	return u
}

// page waits for the browser of the n-th address and gives a context to drive
// its page with.
func (d *desktop) page(n int) context.Context {
	d.t.Helper()
	var lines []string
	await(d.t, fmt.Sprintf("browser %d can be driven", n), func() bool {
		text, err := os.ReadFile(filepath.Join(d.folder, "browsers", strconv.Itoa(n), "profile", "DevToolsActivePort"))
		lines = strings.Fields(string(text))
		return err == nil && len(lines) == 2
	})
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	d.t.Cleanup(cancel)
	ctx, cancel = chromedp.NewRemoteAllocator(ctx, "ws://127.0.0.1:"+lines[0]+lines[1], chromedp.NoModifyURL)
	d.t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	d.t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithTargetID(d.tab(ctx)))
	d.t.Cleanup(cancel)
	// The first run attaches for as long as ctx lasts. It may come in the middle
	// of the page's loading, of which it would miss a part, so that is done again.
	if err := chromedp.Run(ctx, chromedp.Navigate(d.opened(n).String())); err != nil {
		d.t.Fatalf("attach to the browser: %v", err)
	}
	return ctx
}

// tab waits for the one tab of a browser.
func (d *desktop) tab(ctx context.Context) target.ID {
	d.t.Helper()
	var found target.ID
	await(d.t, "the browser has a tab", func() bool {
		tabs, err := chromedp.Targets(ctx)
		if err != nil {
			d.t.Fatal(err)
		}
		for _, tab := range tabs {
			if tab.Type == "page" && strings.HasPrefix(tab.URL, "http") {
				found = tab.TargetID
			}
		}
		return found != ""
	})
	return found
}

// evaluate runs a script on a page and gives its result.
func (d *desktop) evaluate(page context.Context, script string, result any) {
	d.t.Helper()
	limited, cancel := context.WithTimeout(page, patience)
	defer cancel()
	if err := chromedp.Run(limited, chromedp.Evaluate(script, result)); err != nil {
		d.t.Fatalf("in the browser: %v", err)
	}
}

// find waits until a page has what a selector finds.
func (d *desktop) find(page context.Context, selector string) {
	d.t.Helper()
	await(d.t, "the page has "+selector, func() bool {
		var there bool
		d.evaluate(page, fmt.Sprintf("document.querySelector(%q) !== null", selector), &there)
		return there
	})
}

// push presses what a selector finds.
func (d *desktop) push(page context.Context, selector string) {
	d.t.Helper()
	d.find(page, selector)
	var done bool
	d.evaluate(page, fmt.Sprintf("document.querySelector(%q).click(), true", selector), &done)
}
