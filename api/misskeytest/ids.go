package misskeytest

import (
	"strconv"
	"strings"
	"time"
)

// idEpoch is where the time in an aidx id begins, 2000-01-01 UTC, in Unix ms.
const idEpoch = 946684800000

// idMaker makes ids of the aidx kind: eight digits of time, four of the node
// and four of a counter, all base 36. Its node is fixed so that worlds repeat.
type idMaker struct {
	counter int64
	skew    time.Duration
}

const idNode = "mjro"

// next is a new id for the time at.
func (m *idMaker) next(at time.Time) string {
	m.counter++
	return idTime(at.Add(m.skew)) + idNode + base36(m.counter, 4)
}

// idAt is the least id of a moment, for bounds given as dates.
func idAt(ms int64) string {
	return idTime(time.UnixMilli(ms)) + "00000000"
}

func idTime(at time.Time) string {
	return base36(max(at.UnixMilli()-idEpoch, 0), 8)
}

// base36 writes the last width digits of n.
func base36(n int64, width int) string {
	s := strconv.FormatInt(n, 36)
	if len(s) > width {
		return s[len(s)-width:]
	}
	return strings.Repeat("0", width-len(s)) + s
}

// stamp is a date as the API writes it.
func stamp(at time.Time) string {
	return at.UTC().Format("2006-01-02T15:04:05.000Z")
}
