package graph

import (
	"context"
	"net/url"
	"slices"
	"strings"
)

// Template is a message template of an account.
// Source: developers.facebook.com, WhatsApp Business Account message_templates.
type Template struct {
	ID         ID                  `json:"id"`
	Name       Text                `json:"name"`
	Language   Text                `json:"language"` // such as en_US
	Status     Text                `json:"status"`   // APPROVED, PENDING, REJECTED, PAUSED and others
	Category   Text                `json:"category"` // UTILITY, MARKETING, AUTHENTICATION
	Components []TemplateComponent `json:"components"`
}

// TemplateComponent is a part of a template.
type TemplateComponent struct {
	Type    Text             `json:"type"`   // HEADER, BODY, FOOTER, BUTTONS, CAROUSEL and others
	Format  Text             `json:"format"` // of a header: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION
	Text    Text             `json:"text"`
	Buttons []TemplateButton `json:"buttons"`
}

// TemplateButton is a button below a template.
type TemplateButton struct {
	Type Text `json:"type"` // QUICK_REPLY, PHONE_NUMBER, URL, COPY_CODE, FLOW and others
	URL  Text `json:"url"`
}

// FirstTemplate reads at most one template of an account: a call that only
// works when whatsapp_business_management works in fact.
func (c *Client) FirstTemplate(ctx context.Context, account ID) ([]Template, error) {
	var answer page[Template]
	query := url.Values{"limit": {"1"}, "fields": {"id,name"}}
	err := c.get(ctx, account, "message_templates", query, &answer)
	if err == nil && answer.Data == nil {
		err = c.unexpected()
	}
	return answer.Data, err
}

// PlainTemplate finds a template of an account that can be sent as it is: approved,
// and without a value to fill in. One that tells something comes before one that
// advertises, which fewer people may be sent. ok is false where there is none.
func (c *Client) PlainTemplate(ctx context.Context, account ID) (found Template, ok bool, err error) {
	query := url.Values{"status": {"APPROVED"}, "fields": {"id,name,language,status,category,components"}}
	for templates, err := range pages[Template](ctx, c, account, "message_templates", query, "") {
		if err != nil {
			return found, ok, err
		}
		for _, template := range templates {
			if !template.plain() || ok && !template.Category.Is("UTILITY") {
				continue
			}
			found, ok = template, true
			if template.Category.Is("UTILITY") {
				return found, true, nil
			}
		}
	}
	return found, ok, nil
}

// plain reports whether a template can be sent as it is. Meta's sample is for its
// test numbers alone (131058).
func (t Template) plain() bool {
	return t.Status.Is("APPROVED") && !t.Name.Is("hello_world") && !t.Category.Is("AUTHENTICATION") && t.Body() != "" &&
		!slices.ContainsFunc(t.Components, TemplateComponent.needsValues)
}

// Body is the text of a template.
func (t Template) Body() string {
	for _, component := range t.Components {
		if component.Type.Is("BODY") {
			return string(component.Text)
		}
	}
	return ""
}

// needsValues is true also for what is not known, and for a text that was cut.
func (c TemplateComponent) needsValues() bool {
	switch {
	case c.Type.Is("BODY"), c.Type.Is("FOOTER"), c.Type.Is("HEADER") && (c.Format == "" || c.Format.Is("TEXT")):
		return strings.Contains(string(c.Text), "{{") || strings.HasSuffix(string(c.Text), "…")
	case c.Type.Is("BUTTONS"):
		return slices.ContainsFunc(c.Buttons, TemplateButton.needsValues)
	}
	return true
}

func (b TemplateButton) needsValues() bool {
	switch {
	case b.Type.Is("QUICK_REPLY"), b.Type.Is("PHONE_NUMBER"):
		return false
	case b.Type.Is("URL"):
		return strings.Contains(string(b.URL), "{{") || strings.HasSuffix(string(b.URL), "…")
	}
	return true
}
