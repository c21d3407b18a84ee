package media

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// body is a fetched picture, still encoded.
type body struct {
	data []byte
	keep time.Duration // how long it may be used without asking again; 0: it may not be kept
	kept sync.Once     // is done when it has been
}

// fetcher gets bodies from servers. Safe for use from any goroutine but Fyne's.
type fetcher struct {
	client    *http.Client
	userAgent string
	lim       Limits
}

func newFetcher(opts Options) *fetcher {
	lim := opts.Limits
	return &fetcher{
		userAgent: opts.UserAgent,
		lim:       lim,
		client: &http.Client{
			CheckRedirect: redirectPolicy(lim.Redirects),
			Transport: &http.Transport{
				Proxy:                  http.ProxyFromEnvironment,
				DialContext:            (&net.Dialer{Timeout: lim.Connect}).DialContext,
				TLSHandshakeTimeout:    lim.Connect,
				ResponseHeaderTimeout:  lim.Header,
				MaxResponseHeaderBytes: 64 << 10,
				MaxIdleConnsPerHost:    fetchesPerHost,
				IdleConnTimeout:        90 * time.Second,
				DisableCompression:     true, // pictures are compressed already
				ForceAttemptHTTP2:      true,
			},
		},
	}
}

// close ends idle connections.
func (f *fetcher) close() { f.client.CloseIdleConnections() }

// get fetches the body at u. Errors carry the host but never the address, which may be private.
func (f *fetcher) get(ctx context.Context, u *url.URL) (*body, error) {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	whole := time.AfterFunc(f.lim.Body, func() { end(ErrStalled) })
	defer whole.Stop()

	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("%w: malformed", ErrAddress)
	}
	req.Header.Set("User-Agent", f.userAgent)
	req.Header.Set("Accept", "image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.8,*/*;q=0.1")
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, notReached(ctx, u, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &StatusError{Code: resp.StatusCode}
	}
	if resp.ContentLength > f.lim.Bytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrTooLarge, resp.ContentLength)
	}
	stall := time.AfterFunc(f.lim.Stall, func() { end(ErrStalled) })
	defer stall.Stop()
	data, err := f.read(&watched{resp.Body, func() { stall.Reset(f.lim.Stall) }})
	if err != nil {
		return nil, notReached(ctx, u, err)
	}
	return &body{data: data, keep: keepFor(resp.Header)}, nil
}

// read takes in a picture; of anything else only the beginning.
func (f *fetcher) read(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	if _, err := io.CopyN(&b, r, sniffLen); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if sniff(b.Bytes()) == formatUnknown {
		return nil, ErrUnsupported
	}
	n, err := io.Copy(&b, io.LimitReader(r, f.lim.Bytes-int64(b.Len())+1))
	if err != nil {
		return nil, err
	}
	if n > 0 && int64(b.Len()) > f.lim.Bytes {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, f.lim.Bytes)
	}
	return b.Bytes(), nil
}

// notReached names what went wrong without the address that net/http puts into its errors.
func notReached(ctx context.Context, u *url.URL, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if outer := (*url.Error)(nil); errors.As(err, &outer) {
		err = outer.Err
	}
	for _, known := range []error{ErrAddress, ErrUnsupported, ErrTooLarge} {
		if errors.Is(err, known) {
			return err
		}
	}
	return fmt.Errorf("media: %s not reached: %w", u.Host, err)
}

// watched tells of every read that brought something.
type watched struct {
	io.Reader
	alive func()
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if n > 0 {
		w.alive()
	}
	return n, err
}
