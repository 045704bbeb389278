package sandbox

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
)

// node is a thing of the graph as one caller may see it.
type node struct {
	kind     string // as Graph names it in its errors
	id       string
	defaults []string // the fields answered when none are asked for
	fields   map[string]any
	refused  string            // a field that Graph no longer knows
	empty    []string          // fields that exist and hold nothing here
	edges    map[string]edge   // the lists that hang on it
	posts    map[string]action // what may be posted to it, by edge
	deletes  map[string]action // what may be deleted from it, by edge
}

// edge gives the members of a list.
type edge func() ([]*node, *failure)

// action carries out a POST or a DELETE and gives the body of the answer.
type action func() (any, *failure)

// Pages of a list, as in developers.facebook.com: graph-api/results.
const (
	defaultLimit = 25
	longestPage  = 100
)

// show gives the fields asked for; the id comes with them,
// if the thing has one.
func (c *call) show(n *node, asked []field) (map[string]any, *failure) {
	if len(asked) == 0 {
		asked = named(n.defaults)
	}
	shown := map[string]any{}
	if n.id != "" {
		shown["id"] = n.id
	}
	for _, want := range asked {
		if n.refused != "" && want.name == n.refused {
			return nil, errNoField(want.name, n.kind)
		}
		if members, isEdge := n.edges[want.name]; isEdge {
			list, err := c.list(n.id+"/"+want.name, members, want)
			if err != nil {
				return nil, err
			}
			shown[want.name] = list
			continue
		}
		value, known := n.fields[want.name]
		if !known && want.name != "id" && !slices.Contains(n.empty, want.name) {
			return nil, unpractised(errNoField(want.name, n.kind))
		}
		if value != nil {
			shown[want.name] = value
		}
	}
	return shown, nil
}

// list gives a page of an edge. As live Graph does, it puts the caller's token
// into the link to the next page.
func (c *call) list(path string, members edge, want field) (map[string]any, *failure) {
	nodes, err := members()
	if err != nil {
		return nil, err
	}
	start, end := pageBounds(len(nodes), want)
	data := []any{}
	for _, member := range nodes[start:end] {
		shown, err := c.show(member, want.fields)
		if err != nil {
			return nil, err
		}
		data = append(data, shown)
	}
	answer := map[string]any{"data": data}
	if len(data) == 0 {
		return answer, nil
	}
	paging := map[string]any{"cursors": map[string]any{"before": cursor(start), "after": cursor(end)}}
	if end < len(nodes) {
		paging["next"] = c.pageLink(path, want, "after", end)
	}
	if start > 0 {
		paging["previous"] = c.pageLink(path, want, "before", start)
	}
	answer["paging"] = paging
	return answer, nil
}

func (c *call) pageLink(path string, want field, direction string, at int) string {
	query := url.Values{
		"access_token": {c.secret},
		"limit":        {strconv.Itoa(pageLength(want))},
		direction:      {cursor(at)},
	}
	if fields := c.params.text("fields"); fields != "" && c.edge != "" {
		query.Set("fields", fields)
	}
	return c.base + "/" + c.version + "/" + path + "?" + query.Encode()
}

func pageBounds(total int, want field) (start, end int) {
	if want.before != "" {
		end = min(position(want.before), total)
		return max(0, end-pageLength(want)), end
	}
	start = min(position(want.after), total)
	return start, min(start+pageLength(want), total)
}

func pageLength(want field) int {
	if want.limit == 0 {
		return defaultLimit
	}
	return min(want.limit, longestPage)
}

// A cursor looks opaque, and is the number of members before it.
func cursor(at int) string {
	return base64.URLEncoding.EncodeToString([]byte("at:" + strconv.Itoa(at)))
}

func position(cursor string) int {
	text, err := base64.URLEncoding.DecodeString(cursor)
	if err != nil || len(text) < 3 {
		return 0
	}
	at, err := strconv.Atoi(string(text[3:]))
	if err != nil || at < 0 {
		return 0
	}
	return at
}

func named(names []string) []field {
	fields := make([]field, len(names))
	for i, name := range names {
		fields[i].name = name
	}
	return fields
}

// listOf makes the nodes of things that need no permission of their own.
func listOf[T any](things []*T, show func(*T) *node) []*node {
	nodes := make([]*node, 0, len(things))
	for _, thing := range things {
		nodes = append(nodes, show(thing))
	}
	return nodes
}
