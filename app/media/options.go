package media

import (
	"runtime"
	"time"
)

// Options configure a Loader. The zero value of each field means its default.
type Options struct {
	// Folder keeps fetched pictures between runs; it is made when missing. Empty: none are kept.
	Folder string
	// UserAgent is sent to servers. It must not contain "misskey/" in any case: media proxies refuse that.
	UserAgent string
	// Memory bounds the decoded pictures kept, in bytes; 96 MiB unless told.
	Memory int64
	// Disk bounds the files in Folder, in bytes; 512 MiB unless told.
	Disk int64
	// DiskAge is how long a file may lie unused in Folder; 30 days unless told.
	DiskAge time.Duration
	// FailureAge is how long a failure is remembered before a picture is tried again; 3 minutes unless told.
	FailureAge time.Duration
	// Twemoji gives the drawing of a Unicode emoji, shown where its server has none or cannot be reached; nil: none.
	// codes are those in its address: .../twemoji/CODES.svg. It may be called from any goroutine.
	Twemoji func(codes string) []byte
	// Limits bound what a remote server can make us do.
	Limits Limits
}

// Limits bound one picture. The zero value of each field means its default.
type Limits struct {
	Bytes     int64         // of the body; 20 MiB
	Pixels    int64         // of the picture before scaling; 50 million
	Memory    int64         // its decoder may need, estimated, in bytes; 256 MiB
	Redirects int           // followed; 5
	Connect   time.Duration // to connect, and as much again for TLS; 10 s
	Header    time.Duration // from request to answer; 20 s
	Stall     time.Duration // without a byte of the body; 10 s
	Body      time.Duration // for request, answer and body together; 2 min
	Decode    time.Duration // to decode; 20 s
	Film      time.Duration // to decode an animation, which is then what there is; 5 s
}

const (
	defaultUserAgent = "Mejiro/0.1"

	sweepAfter        = time.Minute // from the start, which has better things to do
	fetchesAtOnce     = 16          // in all; each may hold a body of Limits.Bytes
	fetchesPerHost    = 8
	largeDecode       = 48 << 20 // bytes; decoders needing more run one at a time
	maxEdge           = 8192     // device pixels; what graphics cards take everywhere
	maxArea           = 16 << 20 // device pixels of a picture shown in its natural size
	rememberedErrors  = 4096
	rememberedAspects = 8192
	keptBlurhashes    = 256
	maxAddress        = 8192 // bytes; proxied addresses hold another one
)

// decodesAtOnce leaves the Fyne goroutine a core where there are enough of them.
func decodesAtOnce() int { return min(max(runtime.GOMAXPROCS(0)-1, 2), 4) }

func (o Options) withDefaults() Options {
	orDefault(&o.UserAgent, defaultUserAgent)
	orDefault(&o.Memory, 96<<20)
	orDefault(&o.Disk, 512<<20)
	orDefault(&o.DiskAge, 30*24*time.Hour)
	orDefault(&o.FailureAge, 3*time.Minute)
	l := &o.Limits
	orDefault(&l.Bytes, 20<<20)
	orDefault(&l.Pixels, 50_000_000)
	orDefault(&l.Memory, 256<<20)
	orDefault(&l.Redirects, 5)
	orDefault(&l.Connect, 10*time.Second)
	orDefault(&l.Header, 20*time.Second)
	orDefault(&l.Stall, 10*time.Second)
	orDefault(&l.Body, 2*time.Minute)
	orDefault(&l.Decode, 20*time.Second)
	orDefault(&l.Film, 5*time.Second)
	return o
}

func orDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
