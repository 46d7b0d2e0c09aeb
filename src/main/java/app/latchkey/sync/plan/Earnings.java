package app.latchkey.sync.plan;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Ways.Way;
import java.util.stream.Stream;

/** Each way in which a customer could come to have the group that a question is about, as if he may enter and is known in Salto. */
final class Earnings {

    private final Question question;
    private final Ways ways;

    Earnings(Question question) {
        this.question = question;
        this.ways = new Ways(question.purchases(), question.rules());
    }

    Stream<Way> of(CustomerId customer) {
        Way buys = Way.during(Window.from(question.now())).doing(new Cure.Buy(customer, question.group()));
        return Stream.of(entitled(customer), bought(customer), given(customer), Stream.of(buys))
                .flatMap(some -> some);
    }

    /** Whatever it is because of: also what others have bought, where the space shares it. */
    private Stream<Way> entitled(CustomerId customer) {
        return question.entitlements().stream()
                .filter(entitlement -> entitlement.customer().equals(customer))
                .map(Entitlement::window)
                .map(Way::during);
    }

    private Stream<Way> bought(CustomerId customer) {
        return purchasesOf(customer)
                .filter(purchase -> !purchase.items().isEmpty())
                .flatMap(purchase -> ways.of(purchase).map(way -> matched(purchase, way)));
    }

    private Way matched(Purchase purchase, Way way) {
        NamedItem first = purchase.items().getFirst();
        return purchase.items().stream().anyMatch(item -> question.matches().earns(item.id(), question.group()))
                ? way
                : way.doing(new Cure.Match(first.id(), question.group()));
    }

    /** A group to which nothing is matched cannot be given: then anything that these people have does, before something is sold. */
    private Stream<Way> given(CustomerId customer) {
        Stream<Way> gifts = question.gifts().stream()
                .filter(gift -> gift.customer().equals(customer) && gift.group().equals(question.group()))
                .map(gift -> Way.during(gift.window()));
        return question.matches().groups().contains(question.group())
                ? gifts
                : gifts.flatMap(gift -> items().map(item -> gift.doing(new Cure.Match(item.id(), question.group()))));
    }

    private Stream<NamedItem> items() {
        return question.people().stream()
                .flatMap(customer -> purchasesOf(customer.person().customer()))
                .flatMap(purchase -> purchase.items().stream())
                .distinct();
    }

    private Stream<Purchase> purchasesOf(CustomerId customer) {
        return question.purchases().stream()
                .filter(purchase -> purchase.owner().filter(customer::equals).isPresent());
    }
}
