import { __, _x } from '@wordpress/i18n';

/**
 * What a form field is, in words.
 *
 * @param type As src/picker gives it: the type of an input, the name of an element, or a role.
 */
export function fieldKindText( type: string ): string {
	switch ( type ) {
		case 'text':
		case 'textbox':
		case 'contenteditable':
		case 'textarea':
			return _x( 'Text', 'kind of form field', 'candid' );
		case 'email':
			return _x( 'Email', 'kind of form field', 'candid' );
		case 'tel':
			return _x( 'Phone', 'kind of form field: telephone number', 'candid' );
		case 'url':
			return _x( 'Web address', 'kind of form field', 'candid' );
		case 'password':
			return _x( 'Password', 'kind of form field', 'candid' );
		case 'search':
		case 'searchbox':
			return _x( 'Search', 'kind of form field', 'candid' );
		case 'number':
		case 'spinbutton':
			return _x( 'Number', 'kind of form field', 'candid' );
		case 'range':
		case 'slider':
			return _x( 'Slider', 'kind of form field', 'candid' );
		case 'checkbox':
			return _x( 'Checkbox', 'kind of form field', 'candid' );
		case 'radio':
			return _x( 'Choice', 'kind of form field: radio button', 'candid' );
		case 'select':
		case 'combobox':
			return _x( 'List', 'kind of form field: drop-down list', 'candid' );
		case 'date':
		case 'datetime-local':
		case 'month':
		case 'week':
		case 'time':
			return _x( 'Date or time', 'kind of form field', 'candid' );
		case 'color':
			return _x( 'Color', 'kind of form field', 'candid' );
		case 'file':
			return _x( 'File', 'kind of form field', 'candid' );
		default:
			return __( 'Other field', 'candid' );
	}
}
