package stream

import (
	"encoding/json"
	"slices"
	"strconv"
	"sync"
	"time"

	"mejiro/api/misskey"
)

// wishes is what the owner wants open and captured, and how far the present
// connection has got with it. Any goroutine may call it; no call waits for the
// network or calls out.
type wishes struct {
	mu     sync.Mutex
	lastID int
	subs   map[SubscriptionID]*subscription
	order  []SubscriptionID // as subscribed
	notes  map[misskey.NoteID]*capture

	open  bool          // connected: changes are queued
	queue []errand      // in order; looked up again when sent
	wake  chan struct{} // something was queued
}

type subscription struct {
	channel Channel
	params  Params
	state   state
	asked   time.Time
	before  bool // was open at some time
}

// state is how far a subscription has got on the present connection.
type state int

const (
	waiting state = iota
	asked
	confirmed
	refused
)

type capture struct {
	count int  // how often the owner wants it
	sent  bool // the server knows
}

// errand names something to tell the server about. What is told depends on the
// wishes by then, so that a note captured and released at once costs nothing.
type errand struct {
	open, close SubscriptionID
	note        misskey.NoteID
}

func newWishes() *wishes {
	return &wishes{
		subs:  map[SubscriptionID]*subscription{},
		notes: map[misskey.NoteID]*capture{},
		wake:  make(chan struct{}, 1),
	}
}

func (w *wishes) subscribe(c Channel, p Params) SubscriptionID {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lastID++
	id := SubscriptionID(strconv.Itoa(w.lastID))
	w.subs[id] = &subscription{channel: c, params: p}
	w.order = append(w.order, id)
	w.add(errand{open: id})
	return id
}

func (w *wishes) unsubscribe(id SubscriptionID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	sub, ok := w.subs[id]
	if !ok {
		return
	}
	delete(w.subs, id)
	w.order = slices.DeleteFunc(w.order, func(o SubscriptionID) bool { return o == id })
	if sub.state != waiting {
		w.add(errand{close: id})
	}
}

func (w *wishes) capture(id misskey.NoteID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	c, ok := w.notes[id]
	if !ok {
		c = &capture{}
		w.notes[id] = c
	}
	c.count++
	if c.count == 1 {
		w.add(errand{note: id})
	}
}

func (w *wishes) release(id misskey.NoteID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	c, ok := w.notes[id]
	if !ok || c.count == 0 {
		return
	}
	c.count--
	if c.count == 0 {
		w.add(errand{note: id})
		if !c.sent {
			delete(w.notes, id)
		}
	}
}

// add queues e on an open connection. w.mu is held.
func (w *wishes) add(e errand) {
	if !w.open {
		return
	}
	w.queue = append(w.queue, e)
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// connected queues everything for a new connection.
func (w *wishes) connected() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open = true
	for _, id := range w.order {
		w.subs[id].state = waiting
		w.add(errand{open: id})
	}
	for id, c := range w.notes {
		c.sent = false
		if c.count == 0 {
			delete(w.notes, id)
			continue
		}
		w.add(errand{note: id})
	}
}

func (w *wishes) disconnected() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open, w.queue = false, nil
}

// next is the next message for the server, or nil when there is none. asks is
// set when it opens a subscription, which from now on awaits confirmation.
func (w *wishes) next() (msg any, asks bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.queue) > 0 {
		e := w.queue[0]
		w.queue = w.queue[1:]
		switch {
		case e.open != "":
			if sub, ok := w.subs[e.open]; ok {
				sub.state, sub.asked = asked, time.Now()
				return connectMessage(e.open, sub), true
			}
		case e.close != "":
			return aboutID("disconnect", e.close), false
		default:
			if msg := w.noteMessage(e.note); msg != nil {
				return msg, false
			}
		}
	}
	w.queue = nil
	return nil, false
}

// noteMessage brings the server's knowledge of a capture up to the wishes.
// w.mu is held.
func (w *wishes) noteMessage(id misskey.NoteID) any {
	c, ok := w.notes[id]
	if !ok {
		return nil
	}
	wanted := c.count > 0
	if !wanted {
		delete(w.notes, id)
	}
	if wanted == c.sent {
		return nil
	}
	c.sent = wanted
	if wanted {
		return aboutID("subNote", id)
	}
	return aboutID("unsubNote", id)
}

// heard notes that the server spoke on a subscription, which confirms it even
// where the confirmation got lost. wanted is false when it is not ours (any
// more); news when this was the confirmation; again when it was open before.
func (w *wishes) heard(id SubscriptionID) (wanted, news, again bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	sub, ok := w.subs[id]
	if !ok {
		return false, false, false
	}
	if sub.state == confirmed {
		return true, false, sub.before
	}
	sub.state, again = confirmed, sub.before
	sub.before = true
	return true, true, again
}

// silent lists the subscriptions asked for before limit and not confirmed,
// which count as refused from now on, and tells when the next one was asked
// for; zero when none waits.
func (w *wishes) silent(limit time.Time) (refusals []SubscriptionID, next time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, id := range w.order {
		sub := w.subs[id]
		switch {
		case sub.state != asked:
		case !sub.asked.After(limit):
			sub.state = refused
			refusals = append(refusals, id)
		case next.IsZero() || sub.asked.Before(next):
			next = sub.asked
		}
	}
	return refusals, next
}

func connectMessage(id SubscriptionID, sub *subscription) any {
	return outgoing{"connect", struct {
		Channel Channel        `json:"channel"`
		ID      SubscriptionID `json:"id"`
		Params  Params         `json:"params"`
		Pong    bool           `json:"pong"`
	}{sub.channel, id, sub.params, true}}
}

func aboutID[ID ~string](kind string, id ID) any {
	return outgoing{kind, struct {
		ID ID `json:"id"`
	}{id}}
}

type outgoing struct {
	Type string `json:"type"`
	Body any    `json:"body"`
}

func encode(msg any) ([]byte, error) { return json.Marshal(msg) }
