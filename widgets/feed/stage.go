package feed

import "fyne.io/fyne/v2"

// maxPooled is how many unused views of a kind are kept.
const maxPooled = 4

// shown is a row and the view that shows it. A nil view shows nothing.
type shown struct {
	id, kind string
	view     fyne.CanvasObject
}

// stage binds views to the rows on the screen. Views stay with their row for as long as it is there.
type stage struct {
	rows  Rows
	live  []shown // in the order of the slots
	spare []shown // the memory of live, used by turns
	pool  map[string][]fyne.CanvasObject
	// leaving is called before a view leaves its row.
	leaving func(view fyne.CanvasObject)
}

// show makes live what is in slots, seen through a viewport of a size.
func (s *stage) show(slots []slot, viewport fyne.Size) {
	next := s.spare[:0]
	for _, at := range slots {
		next = append(next, s.take(at.id))
	}
	s.release()
	for i, at := range slots {
		row := &next[i]
		if row.view == nil {
			s.bind(row)
		}
		if row.view != nil {
			row.view.Resize(fyne.NewSize(viewport.Width, at.height))
			row.view.Move(fyne.NewPos(0, at.y))
			if v, ok := row.view.(Sighted); ok {
				v.Sight(at.sight(viewport.Height))
			}
		}
	}
	clear(s.live)
	s.live, s.spare = next, s.live[:0]
	s.trim()
}

// bind gives a row a view: its own, one from the pool or a new one.
func (s *stage) bind(row *shown) {
	if kind := s.rows.Kind(row.id); row.view != nil && kind != row.kind {
		s.retire(*row)
		*row = shown{id: row.id, kind: kind}
	} else {
		row.kind = kind
	}
	if row.view == nil {
		row.view = s.pooled(row.kind)
	}
	row.view = s.rows.Bind(row.id, row.view)
}

func (s *stage) pooled(kind string) fyne.CanvasObject {
	views := s.pool[kind]
	if len(views) == 0 {
		return nil
	}
	view := views[len(views)-1]
	views[len(views)-1] = nil
	s.pool[kind] = views[:len(views)-1]
	return view
}

// rebind binds the row id again if it has a view.
func (s *stage) rebind(id string) {
	for i := range s.live {
		if row := &s.live[i]; row.id == id {
			s.bind(row)
		}
	}
}

// rebindAll binds every row again that has a view.
func (s *stage) rebindAll() {
	for i := range s.live {
		s.bind(&s.live[i])
	}
}

// trim keeps the pool small.
func (s *stage) trim() {
	for kind, views := range s.pool {
		if len(views) > maxPooled {
			clear(views[maxPooled:])
			s.pool[kind] = views[:maxPooled]
		}
	}
}

// take moves the view of the row id out of live, if it has one.
func (s *stage) take(id string) shown {
	for i := range s.live {
		if row := &s.live[i]; row.id == id && row.view != nil {
			taken := *row
			row.view = nil
			return taken
		}
	}
	return shown{id: id}
}

// release puts the views left in live into the pool.
func (s *stage) release() {
	for _, row := range s.live {
		if row.view != nil {
			s.retire(row)
		}
	}
}

func (s *stage) retire(row shown) {
	s.leaving(row.view)
	if r, ok := s.rows.(Releaser); ok {
		r.Release(row.id, row.view)
	}
	if s.pool == nil {
		s.pool = make(map[string][]fyne.CanvasObject)
	}
	s.pool[row.kind] = append(s.pool[row.kind], row.view)
}

// forget drops the unused views.
func (s *stage) forget() {
	s.pool = nil
}
