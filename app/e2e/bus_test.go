//go:build e2e && linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// busConfig is a session bus that starts no services by itself, so that there
// is a keyring only where a test wants one.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%s</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

func (d *desktop) startBus() {
	d.t.Helper()
	socket := filepath.Join(d.folder, "run", "bus")
	config := filepath.Join(d.folder, "bus.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, busConfig, socket), 0o600); err != nil {
		d.t.Fatal(err)
	}
	launch(d.t, program{path: "dbus-daemon", args: []string{"--nofork", "--config-file=" + config}, env: d.env})
	await(d.t, "the bus is there", func() bool {
		_, err := os.Stat(socket)
		return err == nil
	})
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS=unix:path="+socket)
}

// keyringName is what go-keyring and libsecret find our items by.
const keyringName = "app.mejiro.desktop"

// openKeyring starts an unlocked keyring, unless that was done.
func (d *desktop) openKeyring() {
	d.t.Helper()
	if d.keyring {
		return
	}
	d.keyring = true
	launch(d.t, program{
		path: "gnome-keyring-daemon", args: []string{"--foreground", "--unlock", "--components=secrets"},
		env: d.env, stdin: "password",
	})
	await(d.t, "the keyring is open", func() bool {
		p := launch(d.t, program{
			path: "secret-tool", args: []string{"store", "--label=probe", "purpose", "probe"}, env: d.env, stdin: "probe",
		})
		return holds(patience, func() bool { return !p.running() }) && p.exitCode() == 0
	})
}

// keepToken puts a token into the keyring, as the program does.
func (d *desktop) keepToken(account, token string) {
	d.t.Helper()
	run(d.t, program{
		path: "secret-tool", args: []string{"store", "--label=Mejiro", "service", keyringName, "username", account},
		env: d.env, stdin: token,
	})
}

// keptTokens is what the keyring holds of ours, as secret-tool tells it.
func (d *desktop) keptTokens() []string {
	d.t.Helper()
	p := launch(d.t, program{
		path: "secret-tool", args: []string{"search", "--all", "--unlock", "service", keyringName}, env: d.env,
	})
	await(d.t, "secret-tool answered", func() bool { return !p.running() })
	var tokens []string
	for line := range strings.Lines(p.stdout.String()) {
		if secret, ok := strings.CutPrefix(line, "secret = "); ok {
			tokens = append(tokens, strings.TrimSpace(secret))
		}
	}
	return tokens
}
