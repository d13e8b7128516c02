/** Something in a printed table that cannot be taken over; nothing is stored while there is one. */
export type IntakeFault = { readonly place: string; readonly message: string }
