package api

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/url"
	"syscall"
)

// Reason says why no answer came.
type Reason string

// The reasons of an Unreached.
const (
	ReasonCancelled  Reason = "cancelled"  // the caller gave up
	ReasonTimeout    Reason = "timeout"    // a time limit ran out
	ReasonNoSuchHost Reason = "noSuchHost" // the name is not known
	ReasonRefused    Reason = "refused"    // nothing listens there
	ReasonTLS        Reason = "tls"        // no trustworthy connection
	ReasonOffline    Reason = "offline"    // no way to the network
	ReasonLost       Reason = "lost"       // the connection broke
)

// Unreached tells that no answer came from the server. It wraps its cause, so
// errors.Is(err, context.Canceled) works.
type Unreached struct {
	Endpoint string
	Host     string
	Reason   Reason
	// Sent tells that the whole request had gone out: the server may have
	// acted on it.
	Sent bool

	cause error
}

// Error names the endpoint, the host and the reason.
func (e *Unreached) Error() string {
	text := "api: " + e.Endpoint + " at " + e.Host + ": not reached: " + string(e.Reason)
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

// Unwrap is the cause.
func (e *Unreached) Unwrap() error { return e.cause }

// errTooSlow is the cause of a call ended by a time limit of this package.
var errTooSlow = errors.New("time limit")

// withoutAddress takes the address, which may hold a secret session, off an
// error of net/http.
func withoutAddress(err error) error {
	var outer *url.Error
	if errors.As(err, &outer) {
		return outer.Err
	}
	return err
}

// reasonOf sorts the errors of net/http by type.
func reasonOf(ctx context.Context, err error) Reason {
	var dns *net.DNSError
	switch {
	case errors.Is(context.Cause(ctx), errTooSlow), errors.Is(err, context.DeadlineExceeded):
		return ReasonTimeout
	case errors.Is(err, context.Canceled):
		return ReasonCancelled
	case errors.As(err, &dns):
		return reasonOfDNS(dns)
	case errors.Is(err, syscall.ECONNREFUSED):
		return ReasonRefused
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH),
		errors.Is(err, syscall.ENETDOWN):
		return ReasonOffline
	case isTLS(err):
		return ReasonTLS
	case isTimeout(err):
		return ReasonTimeout
	}
	return ReasonLost
}

func reasonOfDNS(err *net.DNSError) Reason {
	switch {
	case err.IsNotFound:
		return ReasonNoSuchHost
	case err.IsTimeout:
		return ReasonTimeout
	}
	return ReasonOffline
}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		authority    x509.UnknownAuthorityError
		invalid      x509.CertificateInvalidError
		name         x509.HostnameError
		alert        tls.AlertError
		record       tls.RecordHeaderError
		op           *net.OpError
	)
	return errors.As(err, &verification) || errors.As(err, &authority) ||
		errors.As(err, &invalid) || errors.As(err, &name) ||
		errors.As(err, &alert) || errors.As(err, &record) ||
		errors.Is(err, http.ErrSchemeMismatch) ||
		errors.As(err, &op) && op.Op == "remote error" // an alert of the peer
}

func isTimeout(err error) bool {
	var timed interface{ Timeout() bool }
	return errors.As(err, &timed) && timed.Timeout()
}
