"""Spanish."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.taxonomy import Intent

STRONG: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: """caído, caída+del, se+cayó, está+caída, avería*, corte+de, sin+servicio, sin+internet,
        sin+señal, sin+cobertura, sin+conexión, no+hay+internet, no+carga, web no+funciona, app no+funciona, página
        no+funciona, aplicación no+funciona, no+me+funciona internet, fuera+de+servicio, se+cierra+sola""",
    Intent.DELIVERY: """paquete*, envío*, entrega*, entregado, entregaron, repartidor*, mensajero, no+ha+llegado,
        no+llega, no+me+ha+llegado, nunca+llegó, no+he+recibido, no+recibí, dónde+está pedido, seguimiento, correos,
        maleta perdida, equipaje perdido, perdieron maleta, sigo+esperando pedido, espero pedido""",
    Intent.DEFECT: """roto*, rota*, dañado*, dañada*, defectuos*, estropead*, no+funciona, dejó+de+funcionar,
        talla+equivocada, producto+equivocado, artículo+equivocado, falta+una, faltan, caducad*, podrid*, rajad*""",
    Intent.REFUND: """reembols*, devolución+del+dinero, devuelvan dinero, devolver dinero, devuélvanme, mi+dinero,
        indemniz*, compensación, abono""",
    Intent.BILLING: """factura*, cobraron, cobrado, cobro*, me+cobran, cobrar+de+más, doble+cargo, cargo+duplicado,
        cargo+en+mi, pagado+dos+veces, importe+incorrecto, recibo*, pago+rechazado""",
    Intent.ACCOUNT: """iniciar+sesión, contraseña*, mi+cuenta, cuenta+bloqueada, cuenta+hackeada, hackead*,
        código+de+verificación, no+puedo+entrar, no+puedo+acceder, restablecer""",
    Intent.CANCELLATION: """darme+de+baja, dar+de+baja, baja+del, cancelar pedido, cancelar suscripción, cancelar
        contrato, cancelar cuenta, quiero+cancelar, me+cambio+a, cambiar+de+compañía, portabilidad""",
    Intent.SERVICE: """atención+al+cliente, servicio+al+cliente, grosero*, maleducad*, sin+respuesta, no+responden,
        no+contestan, nadie+contesta, nadie+responde, no+me+contestan, en+espera, me+colgaron, mal+servicio,
        pésimo+servicio, mala+atención, pésima+atención, me+ignoran""",
    Intent.QUESTION: """cómo+puedo, cómo+hago, cómo+se, cuánto+tarda, cuánto+cuesta, cuándo+llega, cuándo+es,
        dónde+puedo, puedo+hacer, se+puede, es+posible, tienen+alguna, alguien+sabe, me+pueden+decir, hay+alguna,
        horario*, a+qué+hora""",
    Intent.PRAISE: """gracias, muchas+gracias, felicidades, enhorabuena, excelente+servicio, buen+servicio,
        gran+servicio, muy+contento, muy+contenta, lo+recomiendo, buen+trabajo, buena+atención, genial+servicio""",
}  # fmt: skip
WEAK: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "error*, fallo*, falla*, lento, lenta, internet, conexión",
    Intent.DELIVERY: "pedido*, retras*, tarde, maleta*, equipaje, perdid*, llegado",
    Intent.DEFECT: "equivocad*, calidad, garantía, reparar, reparación, cambio",
    Intent.REFUND: "dinero, vale, devol*",
    Intent.BILLING: "pag*, precio*, tarifa*, cargo*, importe, suscripción, banco",
    Intent.ACCOUNT: "cuenta*, perfil, usuario, acceder",
    Intent.CANCELLATION: "cancel*, nunca+más, baja",
    Intent.SERVICE: "empleado*, agente*, esperando, horas, teléfono, servicio, atención",
    Intent.QUESTION: "cómo, por+qué, cuándo, dónde, qué, cuál, quién, cuánto",
    Intent.PRAISE: "genial*, excelente*, perfecto, perfecta, encanta*, maravillos*, increíble*, feliz, bueno",
}
PLEA: Final = """por+favor, porfa, ayuda*, ayúdenme, necesito, pueden, alguien, problema*, solucion*, contáctenme,
    llámenme, tengo+una+pregunta, tengo+una+duda, qué+pasa"""
SPAM: Final = (
    "sígueme, sigueme, haz+clic, clic+aquí, gana+dinero, ganar+dinero, código+promocional, link+en+bio, sorteo"
)
GOOD: Final = """bueno, buena, buen, bien, genial*, excelente*, perfecto, perfecta, encanta*, maravillos*,
    increíble*, feliz, felices, gracias, contento, contenta, amable*, rápido, recomiendo, lindo, linda, hermos*,
    mejor, amo, amor, alegr*, divertid*, guapa, guapo"""
BAD: Final = """malo, mala, mal, pésim*, horrible*, terrible*, vergüenza, vergonzos*, asco, mierda, decepcion*,
    enfadad*, enojad*, furios*, molest*, odio, peor, fatal, indignant*, inaceptable*, ridícul*, triste*, estafa*,
    robo, ladrones, harto, harta, lamentable*, desastre, puta, puto, rabia, roto, rota, perdid*, nunca+más, queja*,
    reclam*"""
