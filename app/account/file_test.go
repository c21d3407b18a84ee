package account

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// noTokenIn fails when a file below folder holds a token.
func noTokenIn(t *testing.T, folder string, tokens ...misskey.Token) {
	t.Helper()
	require.NoError(t, filesWithout(folder, tokens...))
}

func filesWithout(folder string, tokens ...misskey.Token) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, token := range tokens {
			if bytes.Contains(data, []byte(token.Reveal())) {
				return fmt.Errorf("%s holds a token", path)
			}
		}
		return err
	})
}

func TestTheFileHoldsNoSecrets(t *testing.T) {
	b := newBook(t)
	signIn(t, b, person("misskey.example", "alice"), tokenA)
	noTokenIn(t, b.folder, tokenA)
	path := filepath.Join(b.folder, fileName)
	at, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), at.Mode().Perm())
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"server": "https://misskey.example"`)
	assert.Contains(t, string(data), `"version": 1`)
}

func TestDamagedFilesAreSetAside(t *testing.T) {
	good := `{"id":"1","server":"https://misskey.example","userId":"u","username":"alice"}`
	for name, c := range map[string]struct {
		text string
		kept string
	}{
		"empty":             {"", ""},
		"cut off":           {`{"version":1,"accounts":[` + good, ""},
		"not JSON":          {"\x00\x00\x00", ""},
		"another shape":     {`[1]`, ""},
		"null":              {`null`, ""},
		"a later version":   {`{"version":2,"accounts":[` + good + `]}`, ""},
		"too large":         {strings.Repeat(" ", maxFile) + `{"version":1}`, ""},
		"a bad account":     {`{"version":1,"acting":"9","accounts":[5,` + good + `]}`, "alice"},
		"no server":         {`{"version":1,"accounts":[` + good + `,{"id":"2","userId":"u","username":"bob"}]}`, "alice"},
		"a path for server": {`{"version":1,"accounts":[{"id":"2","server":"https://a.example/b","userId":"u","username":"b"}]}`, ""},
		"an account twice":  {`{"version":1,"accounts":[` + good + `,` + good + `]}`, "alice"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, fileName)
			require.NoError(t, os.WriteFile(path, []byte(c.text), 0o600))
			b, notice, err := Open(folder)
			require.NoError(t, err)
			require.NotNil(t, notice)
			aside, err := os.ReadFile(notice.Path)
			require.NoError(t, err)
			assert.Equal(t, c.text, string(aside), "what was there is kept")
			assert.Regexp(t, `accounts\.json\.damaged-\d{8}T\d{6}`, notice.Path)
			assert.Error(t, notice.Unwrap())
			assert.Contains(t, notice.Error(), notice.Path)
			assert.Equal(t, c.kept, usernames(b.List()))
			assert.Equal(t, len(b.List().Accounts), notice.Kept)
			if c.kept != "" {
				assert.Equal(t, ID("1"), b.List().Acting)
			}

			again, notice, err := Open(folder)
			require.NoError(t, err)
			assert.Nil(t, notice, "told once")
			assert.Equal(t, c.kept, usernames(again.List()))
			b.keyring = newMemory()
			signIn(t, b, person("misskey.example", "zoe"), tokenA)
		})
	}
}

func TestAFolderThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, fileName), 0o700))
	_, _, err := Open(folder)
	require.Error(t, err, "no damage, so nothing is set aside")
	assert.DirExists(t, filepath.Join(folder, fileName))
}

func TestAHalfWrittenFileIsNoMatter(t *testing.T) {
	b := newBook(t)
	signIn(t, b, person("misskey.example", "alice"), tokenA)
	require.NoError(t, os.WriteFile(filepath.Join(b.folder, fileName+".new"), []byte(`{"ver`), 0o600))
	again, notice, err := Open(b.folder)
	require.NoError(t, err)
	assert.Nil(t, notice)
	assert.Equal(t, b.List(), again.List())
	again.keyring = newMemory()
	signIn(t, again, person("misskey.example", "bob"), tokenA)
}

// writing changes the list as fast as it can and tells of each change that is
// done.
func writing(folder string) error {
	b, notice, err := Open(folder)
	if err := errors.Join(err, expect("the list is whole", notice == nil)); err != nil {
		return err
	}
	var list List
	for i := range 100 { // enough to take a while
		list = list.with(person("misskey.example", fmt.Sprint("user", i)))
	}
	b.list.Store(&list)
	id := list.Acting
	for i := 1; ; i++ {
		if err := b.Refresh(id, misskey.User{Username: "counter", Name: fmt.Sprint(i)}); err != nil {
			return err
		}
		fmt.Println(i)
	}
}

func TestKilledWhileWriting(t *testing.T) {
	for range 10 {
		folder := t.TempDir()
		writer := exec.Command(os.Args[0])
		writer.Env = append(os.Environ(), sceneKey+"=writing", "MEJIRO_TEST_FOLDER="+folder)
		out, err := writer.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, writer.Start())
		lines := bufio.NewScanner(out)
		last, enough := 0, 1+rand.IntN(30)
		for last < enough && lines.Scan() {
			_, err := fmt.Sscan(lines.Text(), &last)
			require.NoError(t, err, lines.Text())
		}
		kill := time.AfterFunc(time.Duration(rand.IntN(20_000))*time.Microsecond, func() { _ = writer.Process.Kill() })
		for lines.Scan() {
			_, _ = fmt.Sscan(lines.Text(), &last)
		}
		_ = writer.Wait()
		kill.Stop()
		require.GreaterOrEqual(t, last, enough)

		b, notice, err := Open(folder)
		require.NoError(t, err)
		require.Nil(t, notice)
		require.Len(t, b.List().Accounts, 100)
		acting, ok := b.List().ActingAccount()
		require.True(t, ok)
		var kept int
		_, err = fmt.Sscan(acting.Name, &kept)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, kept, last, "what was acknowledged is there")
	}
}
