//go:build !unix

package mfm

import (
	"testing"
	"time"
)

// spent is a time from which the time something took can be reckoned.
func spent(testing.TB) time.Duration { return time.Duration(time.Now().UnixNano()) }
