"""Invented names of many backgrounds, by the naming custom they follow. Any likeness to a real person is chance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """Given names of mothers, of partners and of babies, and family names, of one custom."""

    mothers: tuple[str, ...]
    partners: tuple[str, ...]
    babies: tuple[str, ...]
    families: tuple[str, ...]


def _names(mothers: str, partners: str, babies: str, families: str) -> Names:
    return Names(*(tuple(each.split()) for each in (mothers, partners, babies, families)))


NAMES: dict[str, Names] = {
    "british": _names(
        "Emma Charlotte Lucy Sophie Hannah Jessica Amy Rebecca Lauren Katie Megan Holly Chloe Gemma Stacey Rachel Beth",
        "Jack Tom Daniel Ryan Adam Luke Matthew James Liam Josh Craig Ben Callum Sam Lee",
        "Olivia Noah Amelia Oliver Isla George Ava Arthur Freya Leo Lily Muhammad Ivy Theo Florence Harry Poppy Albie",
        "Marlowe Thornby Ashcombe Penrose Fairley Holloway Winslade Brackley Kestrel Larkfield Oakden Stowell Tilbrook "
        "Underhay Wetherby Yarrow Dunmore Elstow",
    ),
    "irish": _names(
        "Aoife Niamh Ciara Sinead Roisin Orla",
        "Cian Eoin Declan Padraig Conor Niall",
        "Saoirse Fionn Maeve Oisin Cara Rory",
        "Kilbride Donnellan Ardmore Corrigan Fallon Mulvany",
    ),
    "romanian": _names(
        "Ioana Andreea Elena Maria Alina Cristina Mihaela Gabriela Roxana Bianca Daniela Raluca",
        "Andrei Alexandru Mihai Ionut Florin Cristian Vlad Bogdan Marius",
        "Sofia David Maria Matei Ana Luca Eva Stefan Ilinca Darius",
        "Munteanu Vasilescu Lupescu Cojocaru Dobrin Ardelean Negrea Stoian Bucur Codrean Fieraru Codreanu",
    ),
    "polish": _names(
        "Agnieszka Katarzyna Magdalena Monika Natalia Paulina Joanna Karolina Ewa",
        "Piotr Tomasz Marcin Pawel Lukasz Michal Kamil",
        "Zofia Antoni Julia Jakub Hanna Jan Zuzanna Filip",
        "Borowik Jaworek Lipnicka Sadowska Wierzba Zalewska Gajda Kalinowska",
    ),
    "baltic": _names(
        "Ruta Egle Inga Liga Kristina Daiva",
        "Tomas Darius Janis Mindaugas Andris",
        "Luka Emilija Matas Liepa Jonas",
        "Berzina Ozolina Vaitkute Liepaite Kalnina",
    ),
    "iberian": _names(
        "Ines Carla Sofia Mariana Beatriz Lucia",
        "Joao Tiago Rui Miguel Pablo Diego",
        "Leonor Tomas Alba Mateo Clara Duarte",
        "Figueira Carvalhal Montenegro Salgueiro Olivares Serrano",
    ),
    "slavic": _names(
        "Oksana Iryna Natalia Olena Svitlana Daria",
        "Andriy Oleh Dmytro Maksym Serhiy",
        "Solomiya Danylo Eva Artem Polina",
        "Bondar Kravets Melnyk Shevchuk Lysenko Tkach",
    ),
    "indian": _names(
        "Priya Anjali Kavya Divya Neha Pooja Lakshmi Deepa Meera Harpreet Simran Jaspreet",
        "Rahul Arjun Vikram Sanjay Karthik Manpreet Gurdeep Nikhil",
        "Aarav Anaya Vihaan Diya Ishaan Myra Kiran Riya Jivan",
        "Venkataraman Deshpande Kulkarni Sandhar Gillon Parekh Nambiar Chaudharani Raghavan Bhattal",
    ),
    "pakistani": _names(
        "Ayesha Fatima Sana Zainab Maryam Hira Nadia Sadia Rabia Iqra",
        "Ahmed Bilal Hamza Imran Usman Faisal Kamran",
        "Zara Ibrahim Aisha Musa Hania Yusuf Inaya Zayn",
        "Mirza Qureshi Chaudhry Siddiqui Baig Rehmani Durrani Kayani",
    ),
    "bangladeshi": _names(
        "Nusrat Tasnim Farhana Rumana Shirin Jannat",
        "Rafiq Tariq Shafiq Monir Rashed",
        "Anika Rayan Mahira Tahmid Safa",
        "Chowdhury Talukder Mollah Sarkar Howlader",
    ),
    "west_african": _names(
        "Amara Ngozi Chioma Folake Abena Akosua Efua Bisi Adaeze Yaa",
        "Chidi Emeka Kwame Kofi Tunde Segun Kojo Femi",
        "Zuri Tobi Ama Kelechi Ife Nana Ebele Kweku",
        "Adeyinka Okonjo Mensimah Boatengwa Eze Asantewa Olawale Nwosu Quartey Danso",
    ),
    "east_african": _names(
        "Hodan Amina Sahra Ifrah Selam Hiwot Fowsia Almaz",
        "Abdi Yonas Mohamed Dawit Mahad Tesfay",
        "Sumaya Liban Ruth Elias Hanan Nahom",
        "Warsame Tekle Gebremariam Farah Jibril Habte Abdullahi",
    ),
    "caribbean": _names(
        "Shanice Monique Keisha Simone Renee Jade",
        "Marlon Dwayne Jerome Andre Tyrone",
        "Nia Malachi Amara Elijah Skye",
        "Palmerston Beckfordale Grantley Lindo Morrisey Clarkson",
    ),
    "arabic": _names(
        "Mariam Noor Huda Rania Layla Yasmin Salma Dina Rim",
        "Omar Khalid Youssef Karim Samir Hassan Ali",
        "Adam Layan Yousef Jana Malik Salma Ilyas",
        "Haddad Nasser Khoury Mansour Saleh Darwish Aziz Barakat",
    ),
    "persian_kurdish": _names(
        "Shirin Zahra Parisa Nasrin Rojin Hevi Fereshta",
        "Reza Karwan Azad Farhad Omid Rebin",
        "Dara Rojan Ava Arman Soma",
        "Ahmadi Karimi Rostami Barzan Hakimi Noori",
    ),
    "chinese": _names(
        "Mei Xin Ling Yan Jing Wai-Yin Hui",
        "Wei Jun Ming Hao Chi-Wai",
        "Anna Leo Kai Mia Ethan",
        "Zhou Liang Tang Ho Lam Fung",
    ),
}
