package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;

/** Where baskets come from. Within the space's scope. */
interface Baskets {

    /** Of the customer, and of every customer who is the same Salto user. */
    Basket of(SpaceId space, CustomerId customer);
}
