/* Generated from plugin/rules/privacy-rules.json by "npm run generate". Do not edit. */
export const url = "href src action formaction poster cite background xlink:href longdesc rr_src";
export const list = "srcset imagesrcset";
export const media = "src srcset poster background rr_src imagesrcset";
export const content = "value checked selected placeholder label aria-checked aria-selected aria-pressed aria-valuenow aria-valuetext aria-placeholder";
export const text = "title alt placeholder label summary abbr value";
export const kept = "rr_open_mode rr_popover class id for rel role lang dir type name is slot part hidden disabled readonly required multiple tabindex target method enctype media sizes loading decoding align valign scope headers wrap open reversed controls autoplay loop muted playsinline crossorigin as charset http-equiv list form autocomplete inputmode contenteditable popover inert translate allowfullscreen nowrap usemap checked selected rr_mediastate data-rr-is-password xmlns xmlns:xlink version transform font-family color bgcolor in in2 result";
