package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"os"
	"path/filepath"
	"time"
)

const (
	raiseWord    = "raise\n"
	raiseTimeout = 2 * time.Second
)

// errRunning tells that another instance with the same home runs and has been
// asked to show its window.
var errRunning = errors.New("another instance is running and was raised")

// instance is the mark that one instance runs with a home: a socket that a
// second start speaks to.
type instance struct {
	listener net.Listener
}

// claim makes this process the one instance for a data folder, or returns
// errRunning when there is one already.
func claim(data string) (*instance, error) {
	path := socketPath(data)
	if raise(path) == nil {
		return nil, errRunning
	}
	// Whoever listened there is gone; the socket of a killed process stays.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var config net.ListenConfig
	listener, err := config.Listen(context.Background(), "unix", path)
	if err != nil {
		return nil, err
	}
	return &instance{listener: listener}, os.Chmod(path, 0o600)
}

// socketPath is short, as socket addresses must be, and differs by folder.
func socketPath(data string) string {
	sum := sha256.Sum256([]byte(data))
	name := "mejiro-" + hex.EncodeToString(sum[:8]) + ".sock"
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) {
		return filepath.Join(runtime, name)
	}
	return filepath.Join(os.TempDir(), name)
}

func raise(path string) error {
	ctx, cancel := context.WithTimeout(context.Background(), raiseTimeout)
	defer cancel()
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", path)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	_ = conn.SetDeadline(time.Now().Add(raiseTimeout))
	_, err = conn.Write([]byte(raiseWord))
	if err != nil {
		return err
	}
	answer := make([]byte, len(raiseWord)) // the other side echoes, so it lives
	_, err = conn.Read(answer)
	return err
}

// serve calls raised, on a goroutine of its own, each time a second start
// asks for the window, until close.
func (i *instance) serve(raised func()) {
	for {
		conn, err := i.listener.Accept()
		if err != nil {
			return
		}
		_ = conn.SetDeadline(time.Now().Add(raiseTimeout))
		word := make([]byte, len(raiseWord))
		if n, err := conn.Read(word); err == nil && string(word[:n]) == raiseWord {
			_, _ = conn.Write(word)
			raised()
		}
		_ = conn.Close()
	}
}

func (i *instance) close() { _ = i.listener.Close() }
