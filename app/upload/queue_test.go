package upload_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/task/tasktest"
	"mejiro/app/upload"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const (
	alice = "alice"
	large = 16 << 20 // more than the network between takes in
	slow  = 2 << 20  // bytes per second
)

// world is a queue of alice's at a server of its own.
type world struct {
	*upload.Queue
	*tasktest.Window
	t      *testing.T
	server *misskeytest.Server
	client *api.Client
	end    context.CancelFunc
}

func start(t *testing.T, o misskeytest.Options) *world {
	t.Helper()
	w := &world{Window: tasktest.New(t), t: t, server: misskeytest.Start(t, o)}
	transport := api.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	address, err := api.ParseServer(w.server.URL)
	require.NoError(t, err)
	w.client = api.New(address, w.server.Token(alice), api.Options{Transport: transport})
	var ctx context.Context
	ctx, w.end = context.WithCancel(context.Background())
	t.Cleanup(w.end)
	w.Queue = upload.New(ctx, w.Loop, w.client)
	return w
}

// throttle slows the reading of uploads by the server.
func (w *world) throttle() (remove func()) {
	return w.server.SetFault(misskeytest.Fault{Endpoint: "drive/files/create", Rate: slow})
}

func (w *world) jobs() []upload.Job {
	jobs, err := w.Jobs.Get()
	require.NoError(w.t, err)
	return jobs
}

func (w *world) job(id int) upload.Job {
	w.t.Helper()
	for _, j := range w.jobs() {
		if j.ID == id {
			return j
		}
	}
	require.Fail(w.t, "no such job")
	return upload.Job{}
}

// reaches waits until a job is in a state.
func (w *world) reaches(id int, state upload.State) upload.Job {
	w.t.Helper()
	w.Until("the job is as far", func() bool { return w.job(id).State == state })
	return w.job(id)
}

// drive are the names of the files in alice's Drive.
func (w *world) drive() []string {
	w.t.Helper()
	files, err := w.client.DriveFiles(w.t.Context(), "", "", "", api.Page{})
	require.NoError(w.t, err)
	names := []string{}
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

// file writes a text of size bytes, no two alike, to a file.
func file(t *testing.T, name string, size int) string {
	t.Helper()
	data := make([]byte, size)
	for i := range data {
		data[i] = 'a' + byte(rand.IntN(26))
	}
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

func TestAFileArrives(t *testing.T) {
	w := start(t, misskeytest.Options{})
	path := file(t, "花見.txt", 1000)
	id := w.Add(path)
	assert.Equal(t, upload.Job{ID: id, Path: path, Name: "花見.txt", State: upload.Sending}, w.job(id))

	j := w.reaches(id, upload.Done)

	assert.Equal(t, "花見.txt", j.File.Name)
	assert.EqualValues(t, 1000, j.Size)
	assert.EqualValues(t, 1000, j.Sent)
	require.NoError(t, j.Err)
	assert.Equal(t, []string{"花見.txt"}, w.drive())
}

func TestProgressIsTold(t *testing.T) {
	w := start(t, misskeytest.Options{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "drive/files/create", Rate: 4 * slow})
	id := w.Add(file(t, "a.txt", large))
	before := w.jobs()
	var seen []int64
	w.Until("it has arrived", func() bool {
		j := w.job(id)
		if j.State == upload.Sending && j.Sent > 0 && (len(seen) == 0 || seen[len(seen)-1] != j.Sent) {
			assert.EqualValues(t, large, j.Size)
			seen = append(seen, j.Sent)
		}
		return j.State == upload.Done
	})
	require.Greater(t, len(seen), 3)
	assert.IsIncreasing(t, seen)
	assert.Less(t, seen[0], int64(large))
	assert.Equal(t, upload.Sending, before[0].State, "a slice told was altered")
	assert.Zero(t, before[0].Sent)
}

func TestAnUploadIsStoppedOnTheWay(t *testing.T) {
	w := start(t, misskeytest.Options{})
	remove := w.throttle()
	id := w.Add(file(t, "a.txt", large))
	w.Until("it is on its way", func() bool { return w.job(id).Sent > 0 })

	w.Remove(id)

	assert.Empty(t, w.jobs())
	remove()
	next := []int{w.Add(file(t, "b.txt", 10)), w.Add(file(t, "c.txt", 10)), w.Add(file(t, "d.txt", 10))}
	for _, id := range next {
		w.reaches(id, upload.Done)
	}
	assert.ElementsMatch(t, []string{"b.txt", "c.txt", "d.txt"}, w.drive())
	assert.Len(t, w.server.Requests("drive/files/create"), 3, "the server never had the whole of the first")
	assert.Len(t, w.jobs(), 3)
	w.Remove(id)
	w.Remove(next[0])
	assert.Len(t, w.jobs(), 2)
	assert.Len(t, w.drive(), 3, "what is in Drive stays there")
}

func TestTwoAtOnce(t *testing.T) {
	w := start(t, misskeytest.Options{})
	remove := w.throttle()
	a, b := w.Add(file(t, "a.txt", large)), w.Add(file(t, "b.txt", large))
	c, d := w.Add(file(t, "c.txt", 10)), w.Add(file(t, "d.txt", 10))
	w.Until("both are on their way", func() bool { return w.job(a).Sent > 0 && w.job(b).Sent > 0 })
	remove()
	assert.Equal(t, upload.Waiting, w.job(c).State)
	assert.Equal(t, upload.Waiting, w.job(d).State)

	w.Remove(c)
	assert.Equal(t, upload.Waiting, w.job(d).State)
	w.Remove(a)
	w.reaches(d, upload.Done)
	assert.Equal(t, upload.Sending, w.job(b).State)
	assert.Equal(t, []string{"d.txt"}, w.drive())
	w.Remove(b)
}

func TestRefusalsAreToldApart(t *testing.T) {
	w := start(t, misskeytest.Options{DriveCapacity: 5000, MaxFileSize: 4096})
	code := func(name string, size int) string {
		t.Helper()
		j := w.reaches(w.Add(file(t, name, size)), upload.Failed)
		var refused *api.Refused
		require.ErrorAs(t, j.Err, &refused)
		return refused.Code
	}
	assert.Equal(t, api.CodeMaxFileSize, code("policy.txt", 4000))
	assert.Equal(t, api.CodeMaxFileSize, code("server.txt", 5000))
	w.reaches(w.Add(file(t, "a.txt", 3000)), upload.Done)
	assert.Equal(t, api.CodeNoFreeSpace, code("full.txt", 3000))

	path := file(t, "a.pdf", 0)
	require.NoError(t, os.WriteFile(path, []byte("%PDF-1.4\n"), 0o600))
	j := w.reaches(w.Add(path), upload.Failed)
	var refused *api.Refused
	require.ErrorAs(t, j.Err, &refused)
	assert.Equal(t, api.CodeUnallowedType, refused.Code)
	assert.Equal(t, []string{"a.txt"}, w.drive())
}

func TestAFileMuchTooLarge(t *testing.T) {
	w := start(t, misskeytest.Options{MaxFileSize: 1 << 20})
	j := w.reaches(w.Add(file(t, "a.txt", large)), upload.Failed)
	var refused *api.Refused
	require.ErrorAs(t, j.Err, &refused, "the server need not read it to its end to refuse it")
	assert.Equal(t, api.CodeMaxFileSize, refused.Code)
}

func TestAFailedUploadIsTriedAgain(t *testing.T) {
	w := start(t, misskeytest.Options{})
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "drive/files/create", Mode: misskeytest.FaultDrop})
	id := w.Add(file(t, "a.txt", 10))
	j := w.reaches(id, upload.Failed)
	var unreached *api.Unreached
	require.ErrorAs(t, j.Err, &unreached)
	remove()

	w.Retry(id)
	assert.NoError(t, w.job(id).Err)
	j = w.reaches(id, upload.Done)
	w.Retry(id)
	assert.Equal(t, j, w.job(id), "what has arrived is not sent again")
	w.Retry(id + 1)
	assert.Len(t, w.drive(), 1)
}

func TestWhatIsNoFile(t *testing.T) {
	w := start(t, misskeytest.Options{})
	folder := t.TempDir()
	// A short path: sockets have no room for a long one.
	short, err := os.MkdirTemp("", "m")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	socket := filepath.Join(short, "s")
	listener, err := net.Listen("unix", socket)
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	loop := filepath.Join(folder, "loop")
	require.NoError(t, os.Symlink(loop, loop))
	for name, path := range map[string]string{
		"a folder": folder, "a socket": socket, "a loop": loop, "nothing": filepath.Join(folder, "nothing"), "no path": "",
	} {
		t.Run(name, func(t *testing.T) {
			j := w.reaches(w.Add(path), upload.Failed)
			require.ErrorIs(t, j.Err, upload.ErrNoFile)
			assert.NotContains(t, j.Err.Error(), folder)
		})
	}
	j := w.reaches(w.Add(filepath.Join(folder, "nothing")), upload.Failed)
	require.ErrorIs(t, j.Err, fs.ErrNotExist)
	assert.Empty(t, w.server.Requests("drive/files/create"))
}

func TestAFileThatVanishesOnTheWay(t *testing.T) {
	w := start(t, misskeytest.Options{})
	w.throttle()
	path := file(t, "a.txt", large)
	id := w.Add(path)
	w.Until("it is on its way", func() bool { return w.job(id).Sent > 0 })
	require.NoError(t, os.Truncate(path, 0))
	j := w.reaches(id, upload.Failed)
	var unreadable *api.Unreadable
	require.ErrorAs(t, j.Err, &unreadable)
	assert.Empty(t, w.drive())
}

func TestClearStopsEverything(t *testing.T) {
	w := start(t, misskeytest.Options{})
	remove := w.throttle()
	ids := []int{w.Add(file(t, "a.txt", large)), w.Add(file(t, "b.txt", large)), w.Add(file(t, "c.txt", 10))}
	w.Until("they are on their way", func() bool { return w.job(ids[0]).Sent > 0 && w.job(ids[1]).Sent > 0 })
	w.Clear()
	assert.Empty(t, w.jobs())
	remove()
	w.reaches(w.Add(file(t, "d.txt", 10)), upload.Done)
	assert.Equal(t, []string{"d.txt"}, w.drive())
}

func TestFilesThatAreInDriveAlready(t *testing.T) {
	w := start(t, misskeytest.Options{})
	id := w.AddDone(misskey.DriveFile{ID: "f", Name: "old.png", Size: 7})
	assert.Equal(t, upload.Job{
		ID: id, Name: "old.png", Size: 7, Sent: 7, State: upload.Done, File: misskey.DriveFile{ID: "f", Name: "old.png", Size: 7},
	}, w.job(id))
	assert.NotEqual(t, id, w.Add(file(t, "a.txt", 1)))
	assert.Len(t, w.jobs(), 2)
}

func TestAQueueEndsWithItsOwner(t *testing.T) {
	w := start(t, misskeytest.Options{})
	w.throttle()
	id := w.Add(file(t, "a.txt", large))
	w.Until("it is on its way", func() bool { return w.job(id).Sent > 0 })
	w.end()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	require.NoError(t, w.Loop.Close(ctx), "nothing goes on")
	w.Run()
	assert.Equal(t, upload.Sending, w.job(id).State, "a late result reaches no one")
}
