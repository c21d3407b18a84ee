package media

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// bring gets a picture and sends it home. It runs on a goroutine of its own.
func (l *Loader) bring(ctx context.Context, k key, j *job) {
	p, err := l.picture(ctx, k)
	_ = l.results.Send(l.over, result{k, j, p, err}) // if not, no one is home
}

// picture takes what the disk has, as long as it is fresh; else it asks the server; and when that cannot be reached, an
// old picture is better than none. Emoji are drawn in any case.
func (l *Loader) picture(ctx context.Context, k key) (picture, error) {
	fresh, ok := l.disk.find(k.url)
	if ok && fresh {
		if p, err := l.fromDisk(ctx, k); err == nil {
			return p, nil
		}
	}
	p, err := l.fromServer(ctx, k)
	if err != nil && ok && !fresh && !isGone(err) {
		if old, oldErr := l.fromDisk(ctx, k); oldErr == nil {
			return old, nil
		}
	}
	if err != nil {
		if own, ownErr := l.fromTwemoji(ctx, k); ownErr == nil {
			return own, nil
		}
	}
	return p, err
}

func (l *Loader) fromDisk(ctx context.Context, k key) (picture, error) {
	p, err := l.decoder.decode(ctx, k.target, func() ([]byte, error) { return l.disk.read(k.url) })
	if err != nil && ctx.Err() == nil {
		l.disk.remove(k.url)
	}
	return p, err
}

func (l *Loader) fromServer(ctx context.Context, k key) (picture, error) {
	b, leave, err := l.bodies.take(ctx, k.url)
	if err != nil {
		return picture{}, err
	}
	defer leave()
	p, err := l.decoder.decode(ctx, k.target, func() ([]byte, error) { return b.data, nil })
	if err == nil {
		b.kept.Do(func() {
			if full := l.disk.write(k.url, b); full {
				l.work.Go(func() { l.disk.sweep(l.over) })
			}
		})
	}
	return p, err
}

// fromTwemoji draws an emoji of which its server has no picture.
func (l *Loader) fromTwemoji(ctx context.Context, k key) (picture, error) {
	codes, ok := twemojiCodes(k.url)
	if !ok || l.twemoji == nil {
		return picture{}, fs.ErrNotExist
	}
	return l.decoder.decode(ctx, k.target, func() ([]byte, error) {
		if drawing := l.twemoji(codes); drawing != nil {
			return drawing, nil
		}
		return nil, fs.ErrNotExist
	})
}

// twemojiCodes finds the codes in the address of an emoji's picture, on whatever server.
func twemojiCodes(address string) (codes string, ok bool) {
	folder, file := path.Split(address)
	codes, isSVG := strings.CutSuffix(file, ".svg")
	return codes, isSVG && strings.HasSuffix(folder, "/twemoji/")
}

// isGone tells a picture that is no more from a server that is in trouble.
func isGone(err error) bool {
	status := (*StatusError)(nil)
	return errors.As(err, &status) && (status.Code == http.StatusNotFound || status.Code == http.StatusGone)
}
