package account

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
	"mejiro/api/misskey"
)

// sceneKey names what the test program does when it is started by a test, in
// place of the tests: scenes need a process, or a D-Bus session, of their own.
const sceneKey = "MEJIRO_TEST_SCENE"

func TestMain(m *testing.M) {
	name := os.Getenv(sceneKey)
	if name == "" {
		goleak.VerifyTestMain(m)
		return
	}
	scene, ok := scenes()[name]
	if !ok {
		fmt.Println("no such scene:", name)
		os.Exit(2)
	}
	if err := scene(os.Getenv("MEJIRO_TEST_FOLDER")); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// expect is for scenes, which have no testing.T.
func expect(what string, ok bool) error {
	if ok {
		return nil
	}
	return errors.New("not so: " + what)
}

func contextOf() context.Context { return context.Background() }

const (
	tokenA = misskey.Token("AAAAaaaabbbbccccddddeeeeffff0001")
	tokenB = misskey.Token("BBBBaaaabbbbccccddddeeeeffff0002")
	tokenC = misskey.Token("CCCCaaaabbbbccccddddeeeeffff0003")
)

func serverOf(address string) api.Server {
	s, err := api.ParseServer(address)
	if err != nil {
		panic(err)
	}
	return s
}

func person(server, username string) Account {
	user := misskey.User{ID: misskey.UserID("id" + username), Username: username, Name: strings.ToUpper(username)}
	return New(serverOf(server), user, []string{"read:account", "write:notes"})
}

// newBook is a Book of a new folder whose keyring is a memory: for what has
// nothing to do with the keyring.
func newBook(t *testing.T) *Book {
	t.Helper()
	b, notice, err := Open(t.TempDir())
	require.NoError(t, err)
	require.Nil(t, notice)
	b.keyring = newMemory()
	return b
}

func usernames(l List) string {
	var names []string
	for _, a := range l.Accounts {
		names = append(names, a.Username)
	}
	return strings.Join(names, " ")
}
