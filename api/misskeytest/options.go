package misskeytest

import "time"

// Options say what a server holds and how lively it is. The zero value is a
// quiet server with the whole cast, who follow one another, and no notes.
type Options struct {
	// Addr is the loopback address to listen on; "" takes a free port.
	Addr string
	// Seed chooses what is made up; equal seeds and clocks give equal worlds.
	Seed uint64
	// Now is the clock that ids and dates come from; nil is time.Now.
	Now func() time.Time
	// Notes is how many notes the past holds, drawn from what the cast have
	// to say and repeated when that runs out.
	Notes int
	// Span is how far the past reaches back; 0 chooses by Notes.
	Span time.Duration
	// Languages limits whose notes the past holds, by tags such as "ja"; none
	// means all.
	Languages []string
	// Users adds made-up people until there are so many; 0 adds none.
	Users int
	// Life is the mean pause between two things that people do by themselves
	// (post, react, renote, vote, follow, answer); 0 keeps them still.
	Life time.Duration
	// Consent is the user name preset on the MiAuth page; "" offers a choice.
	Consent string
	// Name is the server's name; "" chooses one.
	Name string
	// Ping is the pause between ping frames on a socket; 0 is the minute of
	// real servers.
	Ping time.Duration
	// Unread is how long a notification waits before unreadNotification tells
	// of it; 0 is the two seconds of real servers.
	Unread time.Duration
	// DriveCapacity is everybody's Drive in bytes; 0 is 2 GiB.
	DriveCapacity int64
	// MaxFileSize is what the server takes in one upload, in bytes; 0 is 64 MiB.
	MaxFileSize int64
	// Twemoji gives the drawing of a Unicode emoji, an SVG document, by the
	// code points in the name of its file; nil: the server has none.
	Twemoji func(codes string) []byte
}

// Demo are the options of the demo: a past of three days and a calm life.
func Demo() Options {
	return Options{Seed: 1, Notes: 400, Life: 5 * time.Second}
}

func (o Options) filled() Options {
	if o.Addr == "" {
		o.Addr = "127.0.0.1:0"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Name == "" {
		o.Name = "Mejiro no Mori めじろの森"
	}
	if o.Ping == 0 {
		o.Ping = time.Minute
	}
	if o.Unread == 0 {
		o.Unread = 2 * time.Second
	}
	if o.DriveCapacity == 0 {
		o.DriveCapacity = 2 << 30
	}
	if o.MaxFileSize == 0 {
		o.MaxFileSize = 64 << 20
	}
	if o.Span == 0 {
		o.Span = time.Duration(max(o.Notes, 1)) * 9 * time.Minute
	}
	return o
}
