package app.latchkey.sync.plan;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Arrears.Closing;
import app.latchkey.sync.plan.Ways.Way;
import java.util.List;
import java.util.stream.IntStream;
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
        Way buys = Way.during(Window.from(question.now())).doing(buying(customer));
        return Stream.of(entitled(customer), bought(customer), given(customer), paid(customer, buys))
                .flatMap(some -> some);
    }

    /** Whatever it is because of: also what others have bought, where the space shares it. */
    private Stream<Way> entitled(CustomerId customer) {
        return question.earned().stream()
                .filter(entitlement -> entitlement.customer().equals(customer))
                .flatMap(this::entitled);
    }

    private Stream<Way> entitled(Entitlement entitlement) {
        Way way = Way.during(entitlement.window());
        boolean spared = question.arrears()
                .filter(arrears -> arrears.rule().spares(entitlement))
                .isPresent();
        return spared ? Stream.of(way) : paid(question.payer(entitlement), way);
    }

    /** As it is until an unpaid invoice closes the door, and with one after the other of them paid. */
    private Stream<Way> paid(CustomerId payer, Way way) {
        List<Closing> closings = question.arrears()
                .map(arrears -> arrears.closings(payer, question.rules().zone()))
                .orElse(List.of());
        return IntStream.rangeClosed(0, closings.size()).mapToObj(paid -> {
            Cure[] payments = closings.stream()
                    .limit(paid)
                    .map(closing -> new Cure.Pay(payer, closing.invoice()))
                    .toArray(Cure[]::new);
            Way open = paid < closings.size() ? way.until(closings.get(paid).at()) : way;
            return open.doing(payments);
        });
    }

    private Stream<Way> bought(CustomerId customer) {
        return purchasesOf(customer)
                .filter(purchase -> !purchase.items().isEmpty())
                .flatMap(purchase -> ways.of(purchase)
                        .map(way -> matched(purchase, way))
                        .flatMap(way -> isSpared(purchase) ? Stream.of(way) : paid(customer, way)));
    }

    /** By the item that earns the group, or the one that would be matched to it. */
    private boolean isSpared(Purchase purchase) {
        List<NamedItem> earning = purchase.items().stream()
                .filter(item -> question.matches().earns(item.id(), question.group()))
                .toList();
        List<NamedItem> counts = earning.isEmpty() ? List.of(purchase.items().getFirst()) : earning;
        return question.arrears()
                .filter(arrears ->
                        counts.stream().anyMatch(item -> arrears.rule().exempt().contains(item.id())))
                .isPresent();
    }

    private Way matched(Purchase purchase, Way way) {
        NamedItem first = purchase.items().getFirst();
        return purchase.items().stream().anyMatch(item -> question.matches().earns(item.id(), question.group()))
                ? way
                : way.doing(new Cure.Match(first.id(), question.group()));
    }

    /** A group to which nothing is matched cannot be given: then anything that these people have does, before something is sold and matched. */
    private Stream<Way> given(CustomerId customer) {
        Stream<Way> gifts = question.gifts().stream()
                .filter(gift -> gift.customer().equals(customer) && gift.group().equals(question.group()))
                .map(gift -> Way.during(gift.window()));
        return question.matches().groups().contains(question.group())
                ? gifts
                : gifts.flatMap(gift ->
                        Stream.concat(matching(), Stream.of(buying(customer))).map(gift::doing));
    }

    private Stream<Cure> matching() {
        return items().map(item -> new Cure.Match(item.id(), question.group()));
    }

    private Cure buying(CustomerId customer) {
        return new Cure.Buy(customer, question.group());
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
