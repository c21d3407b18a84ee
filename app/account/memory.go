package account

import (
	"context"
	"sync"

	"mejiro/api/misskey"
)

// memory keeps tokens until the program ends.
type memory struct {
	mu     sync.Mutex
	tokens map[ID]misskey.Token
}

func newMemory() *memory { return &memory{tokens: map[ID]misskey.Token{}} }

func (m *memory) set(_ context.Context, id ID, token misskey.Token) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tokens[id] = token
	return nil
}

func (m *memory) get(_ context.Context, id ID) (misskey.Token, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	token, ok := m.tokens[id]
	if !ok {
		return "", ErrNoToken
	}
	return token, nil
}

func (m *memory) delete(_ context.Context, id ID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.tokens[id]; !ok {
		return ErrNoToken
	}
	delete(m.tokens, id)
	return nil
}
