//go:build e2e && linux

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// stopPatience is how long a process may take to end when asked to.
const stopPatience = 15 * time.Second

// process is a program that a test started, at the head of a process group.
type process struct {
	name   string
	cmd    *exec.Cmd
	stdout capture
	stderr capture
	ended  chan struct{} // closed when it has ended
}

// program says what to start.
type program struct {
	path  string
	args  []string
	env   []string
	stdin string
	files []*os.File // from descriptor 3 on
}

// launch starts a program, which ends with the test at the latest.
func launch(t testing.TB, p program) *process {
	t.Helper()
	path, err := exec.LookPath(p.path)
	if err != nil {
		t.Fatalf("%s is needed and not installed: make deps", p.path)
	}
	run := &process{name: p.path, cmd: exec.Command(path, p.args...), ended: make(chan struct{})}
	run.cmd.Env = p.env
	run.cmd.Stdin = strings.NewReader(p.stdin)
	run.cmd.Stdout, run.cmd.Stderr = &run.stdout, &run.stderr
	run.cmd.ExtraFiles = p.files
	run.cmd.WaitDelay = stopPatience
	run.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := run.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", p.path, err)
	}
	go func() {
		defer close(run.ended)
		_ = run.cmd.Wait() // how it ended is in ProcessState
	}()
	t.Cleanup(run.stop)
	return run
}

// running reports whether the process has not ended yet.
func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// exitCode is how the process ended, -1 by a signal. It must have ended.
func (p *process) exitCode() int { return p.cmd.ProcessState.ExitCode() }

// stop ends the process and whatever of its group is left.
func (p *process) stop() {
	p.signal(syscall.SIGTERM)
	select {
	case <-p.ended:
	case <-time.After(stopPatience):
	}
	p.signal(syscall.SIGKILL)
	<-p.ended
}

// signal tells the whole group.
func (p *process) signal(s syscall.Signal) {
	if err := syscall.Kill(-p.cmd.Process.Pid, s); err != nil && !errors.Is(err, syscall.ESRCH) {
		_ = p.cmd.Process.Kill() // the group cannot be told
	}
}

// run runs a program to its end and gives what it wrote to stdout.
func run(t testing.TB, p program) string {
	t.Helper()
	started := launch(t, p)
	await(t, p.path+" ended", func() bool { return !started.running() })
	if started.exitCode() != 0 {
		t.Fatalf("%s %q: exit code %d\n%s", p.path, p.args, started.exitCode(), started.stderr.String())
	}
	return started.stdout.String()
}

// capture keeps what a process writes.
type capture struct {
	mu   sync.Mutex
	data bytes.Buffer
}

// Write implements io.Writer.
func (c *capture) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.data.Write(p)
}

// String is all that was written so far.
func (c *capture) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.data.String()
}
