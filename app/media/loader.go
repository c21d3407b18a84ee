package media

import (
	"context"
	"image"
	"math"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"mejiro/app/task"
	"mejiro/widgets"
)

// Loader implements widgets.Pictures. It belongs to the Fyne goroutine.
type Loader struct {
	over     context.Context
	end      context.CancelFunc
	work     sync.WaitGroup
	disk     *disk // nil: none
	fetcher  *fetcher
	bodies   *bodies
	decoder  *decoder
	twemoji  func(codes string) []byte // nil: none
	aspects  aspects
	results  *task.Pump[result]
	jobs     map[key]*job
	memory   *memory
	hashes   *simplelru.LRU[string, *image.RGBA] // blurhashes; nil: malformed
	failures *simplelru.LRU[string, failure]     // by address
	failAge  time.Duration
}

var _ widgets.Pictures = (*Loader)(nil)

// job is one picture on its way, and those waiting for it.
type job struct {
	end     context.CancelFunc
	waiting int
	wants   []*want
}

// want is one who waits; got is nil once it has been told or has gone.
type want struct {
	got func(image.Image, bool, error)
}

// result is what a job's goroutine brings home.
type result struct {
	key key
	job *job
	picture
	err error
}

type failure struct {
	err error
	at  time.Time
}

// NewLoader returns a Loader whose results come back through loop. It works until Close or until ctx is over. The error
// says that opts.Folder cannot be used; the Loader then works without keeping anything on disk.
func NewLoader(ctx context.Context, loop *task.Loop, opts Options) (*Loader, error) {
	opts = opts.withDefaults()
	over, end := context.WithCancel(ctx)
	l := &Loader{
		over:     over,
		end:      end,
		fetcher:  newFetcher(opts),
		decoder:  newDecoder(opts.Limits),
		twemoji:  opts.Twemoji,
		aspects:  newAspects(),
		jobs:     map[key]*job{},
		memory:   newMemory(opts.Memory),
		hashes:   newLRU[string, *image.RGBA](keptBlurhashes, nil),
		failures: newLRU[string, failure](rememberedErrors, nil),
		failAge:  opts.FailureAge,
	}
	l.results = task.NewPump(over, loop, l.deliver)
	l.bodies = &bodies{
		over: over, work: l.work.Go, get: l.fetcher.get,
		places: newGate(fetchesAtOnce), hosts: newGates(fetchesPerHost), calls: map[string]*call{},
	}
	return l, l.openDisk(opts)
}

func (l *Loader) openDisk(opts Options) error {
	if opts.Folder == "" {
		return nil
	}
	d, err := openDisk(opts.Folder, opts.Disk, opts.DiskAge)
	if err != nil {
		return err
	}
	l.disk = d
	l.work.Go(func() {
		l.aspects.load(d.aspectsFile())
		select {
		case <-time.After(sweepAfter):
			d.sweep(l.over)
		case <-l.over.Done():
		}
	})
	return nil
}

// Close ends all that is under way, waits for it, and keeps what Aspect knows for the next run. got is not called any
// more. The error says that the latter could not be written.
func (l *Loader) Close() error {
	l.end()
	l.work.Wait()
	l.results.Wait()
	l.fetcher.close()
	if l.disk == nil {
		return nil
	}
	return l.aspects.save(l.disk)
}

// Load implements widgets.Pictures. A failure is remembered for Options.FailureAge and told at once meanwhile. Without
// an address there is the blurhash alone, which is never final.
func (l *Loader) Load(req widgets.PictureRequest, scale float32, got func(img image.Image, final bool, err error)) (cancel func()) {
	if req.URL == "" {
		if img := l.blurhash(req.Blurhash); img != nil {
			got(img, false, nil)
		}
		return func() {}
	}
	k := keyOf(req, scale)
	if img, ok := l.memory.get(k); ok {
		got(img, true, nil)
		return func() {}
	}
	if err := l.failed(k.url); err != nil {
		got(nil, true, err)
		return func() {}
	}
	j := l.join(k)
	w := &want{got: got}
	j.wants = append(j.wants, w)
	j.waiting++
	if img := l.blurhash(req.Blurhash); img != nil {
		got(img, false, nil)
	}
	return func() { l.leave(k, j, w) }
}

// Aspect is the width of the picture at the address divided by its height, if it has been seen lately: enough to lay it
// out before it is here. It may be called from any goroutine.
func (l *Loader) Aspect(address string) (aspect float32, ok bool) { return l.aspects.get(address) }

// ForgetFailures makes every picture that failed be tried again when it is next loaded: for Retry, and for when the
// network is back.
func (l *Loader) ForgetFailures() { l.failures.Purge() }

func (l *Loader) join(k key) *job {
	if j := l.jobs[k]; j != nil {
		return j
	}
	ctx, end := context.WithCancel(l.over)
	j := &job{end: end}
	l.jobs[k] = j
	if l.over.Err() == nil {
		l.work.Go(func() { l.bring(ctx, k, j) })
	}
	return j
}

// leave lets w go, and ends the job when it was the last.
func (l *Loader) leave(k key, j *job, w *want) {
	if w.got == nil {
		return
	}
	w.got = nil
	if j.waiting--; j.waiting == 0 {
		j.end()
		if l.jobs[k] == j {
			delete(l.jobs, k)
		}
	}
}

// deliver runs on the Fyne goroutine.
func (l *Loader) deliver(batch []result) {
	for _, r := range batch {
		if r.err == nil {
			l.memory.add(r.key, r.img)
			l.aspects.add(r.key.url, r.aspect)
		} else if r.job.waiting > 0 {
			l.failures.Add(r.key.url, failure{r.err, time.Now()})
		}
		l.tell(r)
	}
}

// tell tells those who wait. A picture that comes after its job was given up serves the job that followed.
func (l *Loader) tell(r result) {
	j := l.jobs[r.key]
	if j == nil || j != r.job && r.err != nil {
		return
	}
	delete(l.jobs, r.key)
	j.end()
	for _, w := range j.wants {
		if got := w.got; got != nil {
			w.got = nil
			got(r.img, true, r.err)
		}
	}
}

func (l *Loader) failed(address string) error {
	f, ok := l.failures.Get(address)
	if !ok {
		return nil
	}
	if time.Since(f.at) > l.failAge {
		l.failures.Remove(address)
		return nil
	}
	return f.err
}

func (l *Loader) blurhash(hash string) *image.RGBA {
	if !isBlurhash(hash) {
		return nil
	}
	img, ok := l.hashes.Get(hash)
	if !ok {
		img = decodeBlurhash(hash)
		l.hashes.Add(hash, img)
	}
	return img
}

func keyOf(req widgets.PictureRequest, scale float32) key {
	return key{url: req.URL, target: target{
		w:     devicePixels(req.Box.Width, scale),
		h:     devicePixels(req.Box.Height, scale),
		cover: req.Cover, moving: req.Moving,
	}}
}

// devicePixels rounds up, so that a texture has at least the pixels of its place.
func devicePixels(units, scale float32) int {
	const tiny = 0.01 // from arithmetic with fractions
	if !(units > 0) {
		return 0
	}
	if !(scale > 0) {
		scale = 1
	}
	return max(int(math.Ceil(min(float64(units)*float64(scale), maxEdge)-tiny)), 1)
}
