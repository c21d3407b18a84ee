package postform

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets"
)

func TestANoteWaitsForItsFiles(t *testing.T) {
	s := show(t, 480)
	s.write("look")
	for _, c := range []struct {
		files []Attachment
		sends bool
	}{
		{nil, true},
		{[]Attachment{{ID: 1, Progress: 0.4}}, false},
		{[]Attachment{{ID: 1, Problem: "too large"}}, false},
		{[]Attachment{{ID: 1, Done: true}, {ID: 2}}, false},
		{[]Attachment{{ID: 1, Done: true}, {ID: 2, Done: true}}, true},
		{nil, true},
	} {
		s.SetAttachments(c.files)
		assert.Equal(t, c.sends, !s.head.send.Disabled(), c.files)
		assert.Equal(t, len(c.files) > 0, s.list.object.Visible())
	}
}

func TestRowsStayWhileFilesGoUp(t *testing.T) {
	s := show(t, 480)
	s.SetAttachments([]Attachment{{ID: 7, Name: "a.png"}, {ID: 9, Name: "b.png"}})
	first, second := s.list.rows[7], s.list.rows[9]
	s.SetAttachments([]Attachment{{ID: 7, Name: "a.png", Detail: "2 MB", Progress: 0.5}, {ID: 9, Name: "b.png", Problem: "no connection"}})
	assert.Same(t, first, s.list.rows[7], "what is being pressed is still there")
	assert.True(t, first.meter.Visible())
	assert.InDelta(t, 0.5, first.meter.part, 1e-6)
	assert.False(t, first.retry.Visible())
	assert.True(t, second.problem.Visible())
	assert.False(t, second.meter.Visible())
	test.Tap(second.retry)
	test.Tap(first.remove)
	assert.Equal(t, []fileDeed{{9, FileRetry}, {7, FileRemove}}, s.files)

	s.SetAttachments([]Attachment{{ID: 9, Name: "b.png", Progress: 0.1}})
	assert.Nil(t, s.list.rows[7])
	assert.Same(t, second, s.list.rows[9])
	assert.True(t, second.meter.Visible(), "it is tried again")
	assert.False(t, second.retry.Visible())
	s.SetAttachments([]Attachment{{ID: 9, Name: "b.png", Done: true, Picture: widgets.PictureRequest{URL: "https://media.example/b"}}})
	assert.False(t, second.meter.Visible())
	assert.False(t, second.icon.Visible(), "the picture says what it is")
}

func TestProgressMovesNothing(t *testing.T) {
	s := show(t, 480)
	s.SetAttachments([]Attachment{{ID: 1, Name: "a"}})
	before, text := s.MinSize(), s.text.Position()
	for _, p := range []float64{0.1, 0.9, 1} {
		assert.False(t, s.SetAttachments([]Attachment{{ID: 1, Name: "a", Progress: p}}))
		assert.Equal(t, before, s.MinSize())
		assert.Equal(t, text, s.text.Position())
	}
}

func TestWhatComesAndGoesReshapes(t *testing.T) {
	s := show(t, 480)
	for _, files := range [][]Attachment{
		{{ID: 1, Name: "a"}},
		{{ID: 1, Name: "a", Problem: "too large"}},
		{{ID: 1, Name: "a"}},
		{{ID: 1, Name: "a", Done: true}},
		{{ID: 1, Name: "a", Done: true}, {ID: 2, Name: "b"}},
		nil,
	} {
		assert.True(t, s.SetAttachments(files), files)
		assert.False(t, s.SetAttachments(files), "it is so already")
	}
}

func TestManyFilesScroll(t *testing.T) {
	s := show(t, 480)
	few, many := make([]Attachment, 3), make([]Attachment, 16)
	for i := range many {
		many[i] = Attachment{ID: i, Name: "x"}
	}
	copy(few, many)
	s.SetAttachments(few)
	three := s.list.object.MinSize().Height
	s.SetAttachments(many)
	assert.Greater(t, s.list.object.MinSize().Height, three)
	assert.Less(t, s.list.object.MinSize().Height, 2*three)
}

func TestMeterStaysWithinItsLine(t *testing.T) {
	test.NewTempApp(t)
	m := newMeter()
	m.Resize(fyne.NewSize(100, meterHeight))
	for part, want := range map[float64]float32{0: 0, 0.25: 25, 1: 100, 1.7: 100, -3: 0, math.Inf(1): 100} {
		m.set(part)
		assert.InDelta(t, want, m.bar.Size().Width, 0.01, part)
	}
	m.set(math.NaN())
	assert.Zero(t, m.bar.Size().Width)
}
