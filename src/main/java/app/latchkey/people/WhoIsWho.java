package app.latchkey.people;

import app.latchkey.nexudus.Customer;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.EmailAddress;
import java.util.List;

/**
 * A question that only a person can answer: who of these customers is which of these Salto users? Two that are equal ask the same.
 *
 * @param customers who use the address, except archived ones and whom an operator said it is not
 * @param users who have the address in Salto
 * @param linked those of the customers who are linked already
 */
public record WhoIsWho(EmailAddress email, List<Customer> customers, List<SaltoUser> users, List<Customer> linked) {

    public WhoIsWho {
        customers = List.copyOf(customers);
        users = List.copyOf(users);
        linked = List.copyOf(linked);
    }
}
