package media

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	keepLeast   = time.Hour           // what is asked again and again is not asked more often
	keepDefault = 7 * 24 * time.Hour  // media on Misskey servers do not change under their address
	keepMost    = 30 * 24 * time.Hour // but a wrong one goes away some day
)

// keepFor reads how long a body may be used without asking again, loosely by RFC 9111; 0 if it must not be kept.
func keepFor(h http.Header) time.Duration {
	keep := keepDefault
	for directive := range strings.SplitSeq(strings.ToLower(h.Get("Cache-Control")), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(directive), "=")
		switch name {
		case "no-store":
			return 0
		case "no-cache":
			keep = keepLeast
		case "immutable":
			return keepMost
		case "max-age":
			if s, err := strconv.ParseUint(strings.Trim(value, `"`), 10, 31); err == nil {
				keep = min(max(time.Duration(s)*time.Second, keepLeast), keepMost)
			}
		}
	}
	return keep
}
