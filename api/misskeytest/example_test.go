package misskeytest_test

import (
	"fmt"
	"time"

	"mejiro/api/misskeytest"
)

// A test lets people act and looks at what the server saw of its client.
func Example() {
	server, err := misskeytest.New(misskeytest.Options{})
	if err != nil {
		panic(err)
	}
	defer func() { _ = server.Close() }()

	id := server.Post("bob", misskeytest.Note{Text: "おはよう :blobcat:"})
	server.React("alice", id, ":iine:")
	fmt.Println(server.Note(id).Reactions)
	fmt.Println(len(server.Token("alice")), server.OnlineSockets(), len(server.Requests("notes/create")))
	// Output:
	// map[:iine@.::1]
	// 32 0 0
}

// Faults make the server misbehave: here, once, it does not answer a post for
// two seconds and then sends half of the answer.
func ExampleServer_SetFault() {
	server, err := misskeytest.New(misskeytest.Options{})
	if err != nil {
		panic(err)
	}
	defer func() { _ = server.Close() }()

	remove := server.SetFault(misskeytest.Fault{
		Endpoint: "notes/create", Times: 1, Latency: 2 * time.Second, Mode: misskeytest.FaultTruncate,
	})
	defer remove()
}
