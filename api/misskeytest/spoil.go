package misskeytest

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// hugeBody is how long a huge answer is, in bytes.
const hugeBody = 10 << 20

// kept is an answer kept back to be spoilt.
type kept struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (k *kept) Header() http.Header { return k.header }

// WriteHeader implements http.ResponseWriter.
func (k *kept) WriteHeader(status int) { k.status = status }

// Write implements http.ResponseWriter.
func (k *kept) Write(data []byte) (int, error) { return k.body.Write(data) }

// spoil sends the answer on, damaged.
func (k *kept) spoil(w http.ResponseWriter, mode FaultMode) {
	if mode == FaultLose {
		panic(http.ErrAbortHandler)
	}
	for name, values := range k.header {
		w.Header()[name] = values
	}
	body := k.body.Bytes()
	switch mode {
	case FaultCut:
		w.Header().Set("Content-Length", strconv.Itoa(len(body)+1))
		w.WriteHeader(k.status)
		_, _ = w.Write(body[:len(body)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case FaultTruncate:
		body = body[:len(body)/2]
	case FaultWrongTypes:
		if value, err := parseJSON(bytes.NewReader(body)); err == nil {
			body, _ = marshal(twist(value))
		}
	case FaultHuge:
		body = []byte(`{"padding":"` + strings.Repeat("x", hugeBody) + `"}`)
	case FaultEmpty:
		body = nil
	}
	w.WriteHeader(k.status)
	_, _ = w.Write(body)
}

// twist gives every value another type, keys and depth being kept.
func twist(value any) any {
	switch v := value.(type) {
	case string:
		return len(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return object{"was": v}
	case []any:
		twisted := object{}
		for i, item := range v {
			twisted[strconv.Itoa(i)] = twist(item)
		}
		return twisted
	case object:
		twisted := object{}
		for name, item := range v {
			twisted[name] = twist(item)
		}
		return twisted
	}
	return value
}

// slowBody is a request's body that arrives at a rate, in bytes per second.
type slowBody struct {
	io.ReadCloser
	rate int
	done <-chan struct{} // closed when the request is over
}

// Read implements io.Reader.
func (b *slowBody) Read(p []byte) (int, error) {
	const beats = 20 // per second
	n, err := b.ReadCloser.Read(p[:min(len(p), max(b.rate/beats, 1))])
	timer := time.NewTimer(time.Second * time.Duration(n) / time.Duration(b.rate))
	defer timer.Stop()
	select {
	case <-timer.C:
		return n, err
	case <-b.done:
		return n, io.ErrUnexpectedEOF
	}
}
