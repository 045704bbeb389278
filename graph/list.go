package graph

import (
	"context"
	"iter"
	"maps"
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
	for more, err := range pages[T](ctx, c, node, edge, query, after) {
		if err != nil {
			return all, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// pages reads an edge page by page, from a cursor on. An error is the last that it
// gives.
func pages[T any](ctx context.Context, c *Client, node ID, edge string, query url.Values, after string) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		for range maxPages {
			asked := url.Values{"limit": {strconv.Itoa(pageSize)}}
			maps.Copy(asked, query)
			if after != "" {
				asked.Set("after", after)
			}
			var answer page[T]
			err := c.get(ctx, node, edge, asked, &answer)
			if err == nil && answer.Data == nil {
				err = c.unexpected()
			}
			next := answer.Paging.following()
			if !yield(answer.Data, err) || err != nil || next == "" || next == after {
				return
			}
			after = next
		}
	}
}
