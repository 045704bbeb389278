package graph

import (
	"context"
	"net/url"
	"strconv"
)

const (
	pageSize = 100
	maxPages = 50
)

// page is one page of a list.
type page[T any] struct {
	Data   []T    `json:"data"`
	Paging paging `json:"paging"`
}

// paging tells how to go on. Graph's own "next" address carries the token, so
// only the cursor is read and the address is built anew.
type paging struct {
	Cursors struct {
		After string `json:"after"` // opaque: kept whole
	} `json:"cursors"`
	Next Text `json:"next"`
}

// following is the cursor of the next page, "" at the end. Graph gives a cursor
// on the last page too: only "next" says that more follows.
func (p paging) following() string {
	if p.Next == "" {
		return ""
	}
	return p.Cursors.After
}

// list reads all pages of an edge, up to a bound that no honest list reaches.
func list[T any](ctx context.Context, c *Client, node ID, edge string, query url.Values) ([]T, error) {
	return listFrom[T](ctx, c, node, edge, query, "")
}

// listFrom reads on from a cursor.
func listFrom[T any](ctx context.Context, c *Client, node ID, edge string, query url.Values, after string) ([]T, error) {
	var all []T
	for range maxPages {
		asked := url.Values{"limit": {strconv.Itoa(pageSize)}}
		for name, values := range query {
			asked[name] = values
		}
		if after != "" {
			asked.Set("after", after)
		}
		var answer page[T]
		if err := c.get(ctx, node, edge, asked, &answer); err != nil {
			return all, err
		}
		if answer.Data == nil {
			return all, c.unexpected()
		}
		all = append(all, answer.Data...)
		next := answer.Paging.following()
		if next == "" || next == after {
			break
		}
		after = next
	}
	return all, nil
}
