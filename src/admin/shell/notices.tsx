import { SnackbarList } from '@wordpress/components';
import { createContext, useCallback, useContext, useState } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Said {
	id: string;
	content: string;
	spokenMessage: string;
}

/** Says what was done: seen at the foot of the window wherever the page is scrolled to, and read out. */
export type Say = ( message: string ) => void;

const NoticesContext = createContext< Say >( () => undefined );

let lastId = 0;

/** Messages outlive the screen that said them: "1 recording deleted." is seen on the list one lands on. */
export function NoticesProvider( { children }: { children: ReactNode } ) {
	const [ said, setSaid ] = useState< Said[] >( [] );
	const say = useCallback( ( message: string ) => {
		lastId += 1;
		const id = String( lastId );
		setSaid( ( before ) => [ ...before.slice( -2 ), { id, content: message, spokenMessage: message } ] );
	}, [] );
	const onRemove = useCallback( ( id: string ) => setSaid( ( before ) => before.filter( ( one ) => one.id !== id ) ), [] );
	return (
		<NoticesContext.Provider value={ say }>
			{ children }
			<SnackbarList notices={ said } className="candid-said" onRemove={ onRemove } />
		</NoticesContext.Provider>
	);
}

export function useSay(): Say {
	return useContext( NoticesContext );
}
