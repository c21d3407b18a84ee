package app

import (
	"net"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func claimed(t *testing.T, data string) *instance {
	t.Helper()
	i, err := claim(data)
	require.NoError(t, err)
	t.Cleanup(i.close)
	return i
}

func TestSecondStartRaisesTheFirst(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	data := t.TempDir()
	first := claimed(t, data)
	raised := make(chan struct{}, 1)
	go first.serve(func() { raised <- struct{}{} })

	_, err := claim(data)
	assert.ErrorIs(t, err, errRunning)
	select {
	case <-raised:
	case <-time.After(time.Minute):
		t.Fatal("the first instance was not told")
	}
}

func TestOtherHomeIsAnotherInstance(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	claimed(t, t.TempDir())
	claimed(t, t.TempDir())
}

func TestSocketOfAKilledProcessIsNoInstance(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	data := t.TempDir()
	dead, err := net.Listen("unix", socketPath(data))
	require.NoError(t, err)
	unix, ok := dead.(*net.UnixListener)
	require.True(t, ok)
	unix.SetUnlinkOnClose(false)
	require.NoError(t, dead.Close())
	require.FileExists(t, socketPath(data))

	i := claimed(t, data)
	stat, err := os.Stat(socketPath(data))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), stat.Mode().Perm())
	i.close()
	assert.NoFileExists(t, socketPath(data))
}
