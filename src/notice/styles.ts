/**
 * Looks of the notice. Every color and size of it is a custom property, which a theme may set on any ancestor: custom
 * properties go through the shadow boundary. Both buttons share one rule, so that no answer looks larger than the other.
 */
export const STYLES = `
:host { all: initial; display: block; color-scheme: light dark }
:host([hidden]) { display: none }
.box {
	box-sizing: border-box; position: relative; display: grid; gap: 12px 24px; align-items: center; max-height: 60vh; overflow: auto;
	padding: 16px; font: 16px/1.5 var(--candid-notice-font, var(--font, system-ui, sans-serif)); text-align: start; white-space: pre-line; overflow-wrap: anywhere;
	color: var(--candid-notice-color, var(--ink)); background: var(--candid-notice-background, var(--paper));
	border: 1px solid var(--candid-notice-border, currentColor); border-radius: var(--candid-notice-radius, 0)
}
.light { --paper: #fff; --ink: #1e1e1e }
.dark { --paper: #1e1e1e; --ink: #fff }
.bar, .corner { position: fixed; z-index: var(--candid-notice-z-index, 99999); inset-block-end: 0; inset-inline: 0 }
.bar { border-width: 1px 0 0; display: flex; flex-wrap: wrap }
.bar .words { flex: 999 1 340px }
.bar .answers { flex: 1 1 360px }
.corner { inset-block-end: 16px; inset-inline: auto 16px; inline-size: min(420px, 100vw - 32px); border-radius: var(--candid-notice-radius, 8px) }
.inline { max-height: none }
.live { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.preview { position: relative; z-index: 0; inset: auto; inline-size: auto; max-inline-size: 100% }
.corner.preview { max-inline-size: 420px }
h2 { margin: 0 0 4px; font: inherit; font-weight: 600 }
p { margin: 0; max-inline-size: 70ch }
a { color: inherit; text-decoration: underline }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
button {
	box-sizing: border-box; min-block-size: 44px; min-inline-size: 44px; margin: 0; padding: 8px 16px; cursor: pointer; font: inherit; font-weight: 600; white-space: normal;
	color: var(--candid-notice-button-color, var(--candid-notice-background, var(--paper))); background: var(--candid-notice-button-background, var(--candid-notice-color, var(--ink)));
	border: 2px solid var(--candid-notice-button-background, var(--candid-notice-color, var(--ink))); border-radius: var(--candid-notice-radius, 4px)
}
button[aria-pressed=true]::before { content: "✓ " / "" }
.close { justify-self: end; position: absolute; inset-block-start: 4px; inset-inline-end: 4px; padding: 0; color: inherit; background: none; border-color: transparent; font-size: 20px; line-height: 1 }
.close ~ .words { padding-inline-end: 40px }
:focus { outline: none }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
button:focus-visible { outline-color: var(--candid-notice-color, var(--ink)) }
@media (min-width: 800px) { .bar { padding-inline: max(16px, 50vw - 600px) } .bar.preview { padding-inline: 16px } }
@media (max-width: 400px) { .answers { grid-template-columns: 1fr } }
@media print { .box:not(.preview) { display: none } }
`;
