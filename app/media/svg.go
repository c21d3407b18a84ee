package media

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"slices"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// SVG is here for emoji drawings such as Twemoji's: plain shapes. Whatever could make drawing costly or endless
// (references, dashes, styles, scripts) is refused or skipped rather than understood.
const (
	svgBytes    = 256 << 10
	svgElements = 2000
	svgDepth    = 32
	svgEdge     = 512     // device pixels; also the largest natural size
	svgLines    = 4 << 20 // line segments drawn
)

var errSVGBudget = errors.New("drawing takes too long")

// vector decodes an SVG drawing to the size t wants.
func vector(ctx context.Context, data []byte, t target) (image.Image, error) {
	if err := checkSVG(data); err != nil {
		return nil, err
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	box := icon.ViewBox
	if !(box.W > 0 && box.H > 0 && box.W <= 1e5 && box.H <= 1e5) {
		return nil, fmt.Errorf("%w: no size", ErrDamaged)
	}
	size := svgSize(box.W, box.H, t)
	// oksvg's own SetTarget forgets to scale the offset of the view box.
	icon.Transform = rasterx.Identity.Scale(float64(size.X)/box.W, float64(size.Y)/box.H).Translate(-box.X, -box.Y)
	img := image.NewRGBA(image.Rectangle{Max: size})
	lines := &boundedScanner{Scanner: rasterx.NewScannerGV(size.X, size.Y, img, img.Rect), ctx: ctx, size: size, left: svgLines}
	icon.Draw(rasterx.NewDasher(size.X, size.Y, lines), 1)
	return img, nil
}

// svgSize enlarges too, as drawings lose nothing by it.
func svgSize(w, h float64, t target) image.Point {
	natural := image.Pt(within(w, svgEdge), within(h, svgEdge))
	f := t.factor(natural)
	f = min(f, svgEdge/w, svgEdge/h)
	return image.Pt(within(w*f, svgEdge), within(h*f, svgEdge))
}

var plainElements = []string{
	"svg", "g", "path", "circle", "ellipse", "rect", "line", "polygon", "polyline", "title", "desc", "metadata", "defs",
}

// checkSVG lets plain shapes through.
func checkSVG(data []byte) error {
	if len(data) > svgBytes {
		return fmt.Errorf("%w: drawing of %d KiB", ErrTooLarge, len(data)>>10)
	}
	elements, depth, defs := 0, 0, 0
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			elements++
			depth++
			if elements > svgElements || depth > svgDepth {
				return fmt.Errorf("%w: drawing of too many parts", ErrTooLarge)
			}
			if t.Name.Local == "defs" {
				defs++
			}
			if err := checkElement(t, defs > 0); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "defs" {
				defs--
			}
		}
	}
}

// checkElement knows clip paths only among definitions, which are not drawn: Twemoji clips to the view box, if at all.
func checkElement(e xml.StartElement, defined bool) error {
	switch name := e.Name.Local; {
	case slices.Contains(plainElements, name), name == "clipPath" && defined:
	default:
		return fmt.Errorf("%w: drawing with <%.20s>", ErrUnsupported, e.Name.Local)
	}
	for _, a := range e.Attr {
		if strings.HasPrefix(a.Name.Local, "stroke-dash") || strings.Contains(a.Value, "stroke-dash") {
			return fmt.Errorf("%w: drawing with dashes", ErrUnsupported)
		}
	}
	return nil
}

// boundedScanner keeps lines near the picture, since the rasteriser walks every row and column of them, and stops a
// drawing that has too many. It stops it by a panic, the only way out of the libraries it is called from; see decoder.
type boundedScanner struct {
	rasterx.Scanner
	ctx  context.Context
	size image.Point
	left int
}

func (s *boundedScanner) Start(p fixed.Point26_6) {
	if s.ctx.Err() != nil {
		panic(errSVGBudget)
	}
	s.Scanner.Start(s.clamp(p))
}

func (s *boundedScanner) Line(p fixed.Point26_6) {
	if s.left--; s.left < 0 {
		panic(errSVGBudget)
	}
	s.Scanner.Line(s.clamp(p))
}

func (s *boundedScanner) clamp(p fixed.Point26_6) fixed.Point26_6 {
	return fixed.Point26_6{X: nearby(p.X, s.size.X), Y: nearby(p.Y, s.size.Y)}
}

// nearby moves v into one edge's length around the picture.
func nearby(v fixed.Int26_6, edge int) fixed.Int26_6 {
	return min(max(v, fixed.I(-edge)), fixed.I(2*edge))
}
