package io.duban.planted.rules;

/** Planted. */
class TransactionUser {
    org.springframework.transaction.reactive.TransactionalOperator operator;
}
