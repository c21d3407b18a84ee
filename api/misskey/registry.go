package misskey

import (
	"encoding/json"
	"time"
)

// RegistryItem is a value an application keeps on the server, of
// i/registry/get-detail. Value is any JSON.
type RegistryItem struct {
	UpdatedAt time.Time       `json:"updatedAt"`
	Value     json.RawMessage `json:"value"`
}
